import { describe, expect, it } from 'vitest';
import { kernelDistance } from '../../src/metrics/kernelDistance.js';
import { expected, inputOf, measured, rowsOf } from './support.js';

describe('kernelDistance', () => {
  it('is the value by hand for two numbers on each side', () => {
    // k(x, y) = (x y + 1)³. Real 0 and 1: k = 1. Generated 1 and 2: k = 27. Between: 1, 1, 8, 27, mean 9.25.
    const sides = { real: rowsOf([[0], [1]]), generated: rowsOf([[1], [2]]) };
    expect(measured(kernelDistance, sides)).toEqual({
      value: 1 + 27 - 2 * 9.25,
      details: { blocks: 1, blockSize: 2 },
    });
  });

  it('agrees with torch-fidelity for one block', () => {
    const { numbers, ...real } = inputOf('real');
    const generated = inputOf('generated');
    const first = { ...real, count: 70, numbers: numbers.subarray(0, 70 * real.width) };
    const { value } = measured(kernelDistance, { real: first, generated });
    expect(value).toBeCloseTo(expected.kernel, 10);
  });

  it('is the mean over disjoint blocks with its standard error', () => {
    // Two blocks of the sizes above: 9.5, and real 0, 0 with generated 0, 0 have 1 + 1 − 2 = 0.
    const real = rowsOf([[0], [1], [0], [0]]);
    const generated = rowsOf([[1], [2], [0], [0]]);
    expect(measured(kernelDistance, { real, generated }, { blockSize: 2 })).toEqual({
      value: 4.75,
      // √(2 · 4.75² / 1 / 2)
      standardError: 4.75,
      details: { blocks: 2, blockSize: 2 },
    });
  });
});
