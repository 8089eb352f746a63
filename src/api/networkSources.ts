/** The networks of a compiled GAN, for export. */
import { InternalError } from '../diagnostics/errors.js';
import type { Registry } from '../entries/registry.js';
import type { NetworkSource } from '../export/networkModels.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { inferenceGraph } from '../program/buildProgram.js';
import { inferenceGraphs, type Program } from '../program/program.js';

/** @param optimize The passes of the program, for its networks at other batch sizes. */
export function networkSources(
  resolved: ResolvedGan,
  program: Program,
  registry: Registry,
  optimize: (graph: KernelGraph) => KernelGraph,
): readonly NetworkSource[] {
  return inferenceGraphs.map((inference) => {
    const { name, network, takesPacks } = inference;
    const graph = program.graphs.find((each) => each.name === name);
    if (!graph) throw new InternalError(`the program has no graph "${name}"`);
    return {
      ...inference,
      unit: takesPacks ? resolved.spec.training.packing : 1,
      layers: resolved.networks[network].layers,
      graph,
      graphFor: (batchSize) => inferenceGraph(resolved, registry, optimize, inference, batchSize),
    };
  });
}
