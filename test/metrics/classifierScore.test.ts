import { describe, expect, it } from 'vitest';
import { classifierScore } from '../../src/metrics/classifierScore.js';
import { expected, inputOf, measured, rowsOf } from './support.js';

describe('classifierScore', () => {
  it('is the number of classes where each sample is of one class for sure', () => {
    const logits = rowsOf([
      [100, 0, 0],
      [0, 100, 0],
      [0, 0, 100],
    ]);
    const { value } = measured(classifierScore, { real: logits, generated: logits });
    expect(value).toBeCloseTo(3, 9);
  });

  it('is 1 where all samples look alike', () => {
    const logits = rowsOf([
      [2, 1],
      [2, 1],
    ]);
    expect(measured(classifierScore, { real: logits, generated: logits }).value).toBeCloseTo(1, 12);
  });

  it('agrees with torch-fidelity over three batches of 32', () => {
    const logits = inputOf('logits');
    const found = measured(classifierScore, { real: logits, generated: logits });
    expect(found.value).toBeCloseTo(expected.score, 10);
    expect(found.details).toEqual({ batches: 3, batch: 32 });
  });
});
