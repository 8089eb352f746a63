import { describe, expect, it } from 'vitest';
import { classHistogram } from '../../src/metrics/classHistogram.js';
import { measured, rowsOf } from './support.js';

const [first, second, third] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

describe('classHistogram', () => {
  it('is the divergence of the shares of the largest logits', () => {
    const real = rowsOf([first, first, second, third]);
    const generated = rowsOf([first, second, second, second]);
    // ¼ log(¼ / ½) + ¾ log(¾ / ¼)
    expect(measured(classHistogram, { real, generated })).toEqual({
      value: expect.closeTo(0.25 * Math.log(0.5) + 0.75 * Math.log(3), 12) as number,
      details: { real: [2, 1, 1], generated: [1, 3, 0] },
    });
  });

  it('takes a class without real samples for half a sample', () => {
    const real = rowsOf([first, first, first]);
    // log(1 / (0.5 / 4)): 3, 0.5 and 0.5 of 4.
    expect(measured(classHistogram, { real, generated: rowsOf([second]) }).value).toBeCloseTo(
      Math.log(8),
      12,
    );
  });
});
