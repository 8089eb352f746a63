/** Zeros, infinities and digits at the edges of the kernels. */
import { expect, it } from 'vitest';
import type { AnyKernelNode, KernelGraph } from '../../src/ir/kernelGraph.js';
import { onEveryEngine } from './engines.js';
import { feeds, numbersOf, tensor } from './tensors.js';

type Unary = Extract<
  AnyKernelNode,
  { kernel: 'Step' | 'Sign' | 'Log1p' | 'Expm1' | 'Tanh' | 'ClipByValue' | 'Relu' }
>;
type Call = {
  [K in Unary['kernel']]: Pick<Extract<Unary, { kernel: K }>, 'kernel' | 'attributes'>;
}[Unary['kernel']];

function graphOf(call: Call, count: number): KernelGraph {
  const type = { dtype: 'float32', shape: [count] } as const;
  return {
    name: 'graph',
    types: [type, type],
    inputs: [{ name: 'x', value: 0, kind: 'feed' }],
    constants: [],
    // A call pairs a kernel with its own attributes.
    nodes: [{ ...call, inputs: [0], output: 1, origin: '' }],
    outputs: [{ name: 'y', value: 1, kind: 'result' }],
  };
}

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

const cases: readonly {
  readonly fact: string;
  readonly call: Call;
  readonly x: number[];
  readonly y: number[];
}[] = [
  {
    fact: 'Step is alpha at 0 and keeps NaN',
    call: { kernel: 'Step', attributes: { alpha: 0.25 } },
    x: [-inf, -1e-30, -0, 0, 1e-30, inf, nan],
    y: [0.25, 0.25, 0.25, 0.25, 1, 1, nan],
  },
  {
    fact: 'Step without slope is 0 at 0',
    call: { kernel: 'Step', attributes: { alpha: 0 } },
    x: [-3e38, -1.2e-38, 0, 1.2e-38, 3e38],
    y: [0, 0, 0, 1, 1],
  },
  {
    fact: 'Sign tells the smallest normal numbers',
    call: { kernel: 'Sign', attributes: {} },
    x: [-inf, -1.2e-38, 0, 1.2e-38, inf],
    y: [-1, -1, 0, 1, 1],
  },
  {
    fact: 'Log1p is −∞ at −1, NaN below and ∞ at ∞',
    call: { kernel: 'Log1p', attributes: {} },
    x: [-1, -2, inf, 0, nan],
    y: [-inf, nan, inf, 0, nan],
  },
  {
    fact: 'Expm1 reaches −1 and ∞',
    call: { kernel: 'Expm1', attributes: {} },
    x: [-inf, inf, 0, nan],
    y: [-1, inf, 0, nan],
  },
  {
    fact: 'Tanh reaches −1 and 1 and keeps NaN',
    call: { kernel: 'Tanh', attributes: {} },
    x: [-inf, inf, 0, nan],
    y: [-1, 1, 0, nan],
  },
  {
    fact: 'ClipByValue keeps NaN',
    call: { kernel: 'ClipByValue', attributes: { clipValueMin: -1, clipValueMax: 1 } },
    x: [-inf, inf, 0.5, nan],
    y: [-1, 1, 0.5, nan],
  },
  {
    fact: 'Relu keeps NaN',
    call: { kernel: 'Relu', attributes: {} },
    x: [-inf, inf, 0, nan],
    y: [0, inf, 0, nan],
  },
];

onEveryEngine((engine) => {
  it.each(cases)('$fact', async ({ call, x, y }) => {
    const session = await engine.prepare([graphOf(call, x.length)]);
    const results = await session.run('graph', feeds(['x', tensor('float32', [x.length], x)]));
    // Adding 0 makes no difference between the two zeros.
    expect(numbersOf(results, 'y').map((value) => value + 0)).toEqual(y);
    await session.dispose();
  });

  it.each(['Expm1', 'Log1p'] as const)('%s keeps the digits of tiny numbers', async (kernel) => {
    const x = [1e-7, -1e-7, 3e-5, -3e-5].map(Math.fround);
    const session = await engine.prepare([graphOf({ kernel, attributes: {} }, x.length)]);
    const results = await session.run('graph', feeds(['x', tensor('float32', [x.length], x)]));
    const exact = x.map(kernel === 'Expm1' ? Math.expm1 : Math.log1p);
    const errors = numbersOf(results, 'y').map((value, at) =>
      Math.abs(value / (exact[at] ?? NaN) - 1),
    );
    expect(Math.max(...errors)).toBeLessThan(1e-6);
    await session.dispose();
  });
});
