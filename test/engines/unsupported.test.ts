import { describe, expect, it } from 'vitest';
import { demandSupported } from '../../src/engines/unsupported.js';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';

const scalar = { dtype: 'float32', shape: [] } as const;

function graphOf(...nodes: readonly (readonly ['Erf' | 'Sin' | 'Neg', string])[]): KernelGraph {
  return {
    name: 'graph',
    types: [scalar, ...nodes.map(() => scalar)],
    inputs: [{ name: 'x', value: 0, kind: 'feed' }],
    constants: [],
    nodes: nodes.map(([kernel, origin], at) => ({
      kernel,
      inputs: [at],
      attributes: {},
      output: at + 1,
      origin,
    })),
    outputs: [{ name: 'y', value: nodes.length, kind: 'result' }],
  };
}

describe('demandSupported', () => {
  const engine = { name: 'onnx', supports: (kernel: string) => kernel === 'Neg' } as const;

  it('accepts graphs whose kernels are all supported', () => {
    expect(() => {
      demandSupported(engine, [graphOf(['Neg', '/loss'])]);
    }).not.toThrow();
  });

  it('names every unsupported kernel of all graphs with where it comes from', () => {
    const first = graphOf(['Sin', '/generator/layers/2'], ['Neg', ''], ['Erf', '/loss']);
    const second = graphOf(['Sin', '/generator/layers/2'], ['Sin', '']);
    expect(() => {
      demandSupported(engine, [first, second]);
    }).toThrow(
      expect.objectContaining({
        code: 'GAN521',
        message: 'the engine onnx has no Sin (/generator/layers/2, the training step), Erf (/loss)',
      }),
    );
  });
});
