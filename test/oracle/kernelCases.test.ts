import { describe, expect, it } from 'vitest';
import { kernelNames } from '../../src/ir/kernels.js';
import { inferType } from '../../src/ir/shapeRules/shapeRules.js';
import { interpret, interpretKernel } from '../../src/oracle/interpret.js';
import { caseFeeds, caseGraph, caseTitle, kernelCases } from './kernelCases.js';

describe('the kernel cases', () => {
  it('cover every kernel', () => {
    expect(new Set(kernelCases.map(({ kernel }) => kernel))).toEqual(new Set(kernelNames));
  });

  it('have titles that differ', () => {
    const titles = kernelCases.map(caseTitle);
    expect(titles).toHaveLength(new Set(titles).size);
  });

  it('have numbers that float32 holds exactly', () => {
    for (const one of kernelCases) {
      for (const numbers of caseFeeds(one).values()) {
        expect(Float64Array.from(numbers, Math.fround)).toEqual(numbers);
      }
    }
  });
});

describe.each(kernelCases.map((one) => [caseTitle(one), one] as const))('%s', (_, one) => {
  const graph = caseGraph(one);

  it('has the output type that the shape rule gives', () => {
    const inputs = one.inputs.map(({ dtype, shape }) => ({ dtype, shape }));
    expect(inferType(one.kernel, inputs, one.attributes)).toEqual(graph.types.at(-1));
  });

  it('has finite numbers as output', () => {
    const y = interpret(graph, caseFeeds(one)).get('y');
    expect(y).toBeDefined();
    expect([...(y ?? [])].every(Number.isFinite)).toBe(true);
  });
});

it('Step of NaN is NaN, as in tfjs', () => {
  const x = { dtype: 'float32', shape: [3], data: Float64Array.of(NaN, -1, 1) } as const;
  const { data } = interpretKernel('Step', [x], { alpha: 0.25 });
  expect([...data]).toEqual([NaN, 0.25, 1]);
});
