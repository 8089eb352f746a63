/** The rate of a plain matrix product in onnxruntime: a measure of the machine, and of what else runs on it. */
import { onnxEngine } from '../../src/engines/onnx/onnxEngine.js';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';

const size = 1024;

/** a · b of two square matrices, reduced to one number so that no time goes into copying the product. */
function matMulGraph(): KernelGraph {
  const matrix = { dtype: 'float32', shape: [size, size] } as const;
  return {
    name: 'matMul',
    types: [matrix, matrix, matrix, { dtype: 'float32', shape: [1, 1] }],
    inputs: [
      { name: 'a', value: 0, kind: 'state' },
      { name: 'b', value: 1, kind: 'state' },
    ],
    constants: [],
    nodes: [
      {
        kernel: 'BatchMatMul',
        inputs: [0, 1],
        attributes: { transposeA: false, transposeB: false },
        output: 2,
        origin: '',
      },
      {
        kernel: 'Slice',
        inputs: [2],
        attributes: { begin: [0, 0], size: [1, 1] },
        output: 3,
        origin: '',
      },
    ],
    outputs: [{ name: 'corner', value: 3, kind: 'result' }],
  };
}

export interface MatMul {
  /** Multiplies once. @returns GFLOP/s. */
  readonly rate: () => Promise<number>;
  readonly dispose: () => Promise<void>;
}

export async function prepareMatMul(threads: number): Promise<MatMul> {
  const session = await onnxEngine.prepare([matMulGraph()], { threads });
  const data = Float32Array.from({ length: size * size }, (_, i) => Math.sin(i));
  const matrix = { dtype: 'float32', shape: [size, size], data } as const;
  await session.writeState(
    new Map([
      ['a', matrix],
      ['b', matrix],
    ]),
  );
  return {
    async rate() {
      const start = performance.now();
      await session.run('matMul', new Map());
      return (2 * size ** 3) / (performance.now() - start) / 1e6;
    },
    dispose: () => session.dispose(),
  };
}
