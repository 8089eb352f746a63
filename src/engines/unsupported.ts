/** Refuses graphs that an engine cannot run, once for all their kernels. */
import { GanspecError, exitCodes } from '../diagnostics/errors.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { Engine } from './engine.js';

/** @throws GanspecError (GAN521) listing every unsupported kernel with the origins of its nodes. */
export function demandSupported(
  engine: Pick<Engine, 'name' | 'supports'>,
  graphs: readonly KernelGraph[],
): void {
  const places = new Map<string, Set<string>>();
  for (const { kernel, origin } of graphs.flatMap((graph) => graph.nodes)) {
    if (engine.supports(kernel)) continue;
    const origins = places.get(kernel) ?? new Set();
    places.set(kernel, origins.add(origin === '' ? 'the training step' : origin));
  }
  if (places.size === 0) return;
  const list = [...places].map(([kernel, origins]) => `${kernel} (${[...origins].join(', ')})`);
  throw new GanspecError(
    'GAN521',
    exitCodes.usage,
    `the engine ${engine.name} has no ${list.join(', ')}`,
    'Choose another engine with --engine; `ganspec doctor` lists those that work here.',
  );
}
