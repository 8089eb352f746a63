import { describe, expect, it } from 'vitest';
import { memorization } from '../../src/metrics/memorization.js';
import { expected, inputOf, measured } from './support.js';

describe('memorization', () => {
  it('agrees with distances by SciPy', () => {
    const sides = { real: inputOf('real'), generated: inputOf('generated') };
    expect(measured(memorization, sides).value).toBeCloseTo(expected.memorization, 12);
  });

  it('of copies is 1', () => {
    const real = inputOf('real');
    expect(measured(memorization, { real, generated: real })).toEqual({
      value: 1,
      standardError: 0,
    });
  });
});
