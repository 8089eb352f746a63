import { describe, expect, it } from 'vitest';
import { msSsim } from '../../src/metrics/msSsim.js';
import { multiScaleSimilarity, type Plane } from '../../src/metrics/shared/structuralSimilarity.js';
import { described, expected, measured, reasonAgainst, rowsOf } from './support.js';

/** An image of waves, as in the script of the independent values. */
function waves(seed: number): Plane {
  const [height, width] = [48, 44];
  const values = Float64Array.from({ length: height * width }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const wave = 100 * Math.sin(0.3 * x + seed) * Math.cos(0.2 * y - seed);
    return Math.round(127.5 + wave + 20 * ((x * y + seed) % 2));
  });
  return { height, width, values };
}

describe('multiScaleSimilarity', () => {
  it.each([0, 1, 2])('agrees with TensorFlow for waves shifted by %i', (seed) => {
    const value = multiScaleSimilarity(waves(0), waves(seed), 255);
    // TensorFlow computes in float32.
    expect(value).toBeCloseTo(expected.similarity[seed] ?? NaN, 4);
  });
});

describe('msSsim', () => {
  const image = (value: number): number[] =>
    Array.from({ length: 12 * 12 }, (_, i) => (i % 5 === 0 ? value : -value));
  const data = described([12, 12, 1], { range: [-1, 1] });

  it('is 1 where all images are the same, and smaller where pairs differ', () => {
    const generated = rowsOf([image(0.5), image(0.5)]);
    const real = rowsOf([image(0.5), image(-0.5)]);
    const { value, details } = measured(msSsim, { real, generated, data });
    expect(value).toBeCloseTo(1, 12);
    expect(details?.['real']).toBe(0);
  });

  it('refuses what are no images with bounds and sides of 11 pixels', () => {
    expect(reasonAgainst(msSsim, described([2]))).toBe('they are no images');
    expect(reasonAgainst(msSsim, described([12, 12, 1]))).toBe('their values have no bounds');
    expect(reasonAgainst(msSsim, described([12, 10, 1], { range: [-1, 1] }))).toBe(
      'their sides are shorter than 11 pixels',
    );
  });
});
