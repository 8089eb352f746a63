/** A try of an engine. */
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { Engine } from './engine.js';

const matrix = { dtype: 'float32', shape: [8, 8] } as const;

/** weight ← weight − x · weight: a product and an update of the state. */
const graph: KernelGraph = {
  name: 'tiny',
  types: [matrix, matrix, matrix, matrix],
  inputs: [
    { name: 'weight', value: 0, kind: 'state' },
    { name: 'x', value: 1, kind: 'feed' },
  ],
  constants: [],
  nodes: [
    {
      kernel: 'BatchMatMul',
      inputs: [1, 0],
      attributes: { transposeA: false, transposeB: false },
      output: 2,
      origin: '',
    },
    { kernel: 'Sub', inputs: [0, 2], attributes: {}, output: 3, origin: '' },
  ],
  outputs: [{ name: 'weight', value: 3, kind: 'state' }],
};

/**
 * Milliseconds of a tiny step, once it is prepared.
 * @throws Error where the engine does not run it.
 */
export async function timeTinyStep(engine: Engine): Promise<number> {
  const session = await engine.prepare([graph], { threads: 1 });
  const feeds = new Map([['x', { ...matrix, data: new Float32Array(64) }]]);
  try {
    await session.run('tiny', feeds);
    const start = performance.now();
    await session.run('tiny', feeds);
    return performance.now() - start;
  } finally {
    await session.dispose();
  }
}
