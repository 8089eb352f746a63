/** Samples of a generator of which one layer is moved. */
import type { Registry } from '../entries/registry.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { recordProgram, type BuiltProgram } from './buildProgram.js';
import type { GraphContext } from './stepContext.js';
import { sampleGraph } from './steps.js';

/** Name of the input that is added to the layer's output. */
export const shiftInput = 'shift';

/** A layer whose output is a vector, or the generator's `input`. */
export interface MovedVector {
  readonly name: string;
  /** Length of the vector. */
  readonly size: number;
}

/**
 * The graph `sample` with an input `shift` `[batch, size]`, zero where it is not given, that is added to the output of one
 * layer. Everything else is drawn as for other samples. Its weights are to be written.
 * @param optimize Applied to the recorded graph.
 * @throws As `buildProgram`.
 */
export function buildMovedSamples(
  resolved: ResolvedGan,
  registry: Registry,
  optimize: (graph: KernelGraph) => KernelGraph,
  { name, size }: MovedVector,
): BuiltProgram {
  const nothing = { kind: 'constant', value: 0 } as const;
  const recordInto = (context: GraphContext): void => {
    const { batchSize } = context.resolved.spec.training;
    const meaning = `what is added to ${name} of the generator`;
    const by = context.scope.random(shiftInput, [batchSize, size], nothing, meaning);
    sampleGraph(context, { layer: name, by });
  };
  const recording = { name: 'sample', step: 'sample', recordInto };
  const built = recordProgram([recording], resolved, registry, optimize);
  const state = built.program.state.map(({ initial, ...spec }) =>
    // An average starts as a copy of weights that these samples do not need.
    ({ ...spec, initial: initial.kind === 'copy' ? nothing : initial }),
  );
  return { ...built, program: { ...built.program, state } };
}
