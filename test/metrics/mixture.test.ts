import { describe, expect, it } from 'vitest';
import { highQuality } from '../../src/metrics/highQuality.js';
import { modes } from '../../src/metrics/modes.js';
import { reverseKL } from '../../src/metrics/reverseKL.js';
import { divergence } from '../../src/metrics/shared/divergence.js';
import { described, expected, measured, reasonAgainst, rowsOf } from './support.js';

const mixture = {
  centres: [
    [0, 0],
    [10, 0],
    [0, 10],
    [10, 10],
  ],
  stddev: 1,
};
// Three near the first centre, one of them 3.5 away; one exactly 3 from the second; none near the others.
const generated = rowsOf([
  [0, 0],
  [1, 1],
  [3.5, 0],
  [10, 3],
]);
const sides = { real: generated, generated, data: described([2], { mixture }) };

describe('metrics of Gaussians with known centres', () => {
  it('count the modes that some point lies within three standard deviations of', () => {
    expect(measured(modes, sides)).toEqual({ value: 2, details: { samples: [2, 1, 0, 0] } });
  });

  it('give the share of points within three standard deviations', () => {
    // √(¾ · ¼ / 4)
    expect(measured(highQuality, sides)).toEqual({
      value: 0.75,
      standardError: Math.sqrt(3 / 64),
    });
  });

  it('give the divergence of the shares from equal ones', () => {
    // ¾ log(¾ · 4) + ¼ log(¼ · 4)
    expect(measured(reverseKL, sides)).toEqual({
      value: expect.closeTo(0.75 * Math.log(3), 12) as number,
      details: { samples: [3, 1, 0, 0] },
    });
  });

  it('refuse data without centres', () => {
    expect(reasonAgainst(highQuality, described([2]))).toBe(
      'they are not drawn from Gaussians whose centres are known',
    );
  });
});

describe('metrics of modes', () => {
  it('count the classes of samples that have any', () => {
    // The classes 1, 1, 2 of three.
    const logits = rowsOf([
      [0, 3, 1],
      [-2, -1, -3],
      [0, 0, 0.5],
    ]);
    const classified = { real: logits, generated: logits, data: described([4], { classes: 3 }) };
    expect(measured(modes, classified)).toEqual({ value: 2, details: { samples: [0, 2, 1] } });
    // ⅔ log(⅔ · 3) + ⅓ log(⅓ · 3)
    expect(measured(reverseKL, classified).value).toBeCloseTo((2 / 3) * Math.log(2), 12);
  });

  it.each([modes, reverseKL])('refuse data without centres and classes', (entry) => {
    expect(reasonAgainst(entry, described([2]))).toBe(
      'they have no classes, and are not drawn from Gaussians whose centres are known',
    );
  });
});

describe('divergence', () => {
  it('agrees with SciPy', () => {
    expect(divergence([3, 5, 2], [4, 4, 2])).toBeCloseTo(expected.divergence, 12);
  });
});
