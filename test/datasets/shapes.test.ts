import { describe, expect, it } from 'vitest';
import { shapeDistances, type ShapeName } from '../../src/datasets/shared/shapeDistances.js';
import { shapes } from '../../src/datasets/shapes.js';
import { inFolder, labelsOf, options, samplesOf, upTo } from './support.js';

const config = {
  type: 'shapes',
  shapes: ['circle', 'square', 'triangle', 'diamond', 'cross', 'ring'],
  size: [40, 48],
  channels: 1,
  count: 600,
  flip: false,
  range: [0, 1],
};
const context = inFolder('.');

/** Area of each shape inscribed in a circle of radius 1. */
const areas: Readonly<Record<ShapeName, number>> = {
  circle: Math.PI,
  square: 2,
  triangle: (3 * Math.sqrt(3)) / 4,
  diamond: 2,
  // Two bars of 2·√8/3 by 2/3, less the square of 2/3 that they share.
  cross: (2 * 4 * Math.sqrt(8)) / 9 - 4 / 9,
  ring: Math.PI * (1 - 0.25),
};

describe('the signed distance to a shape', () => {
  it.each(Object.entries(areas))('%s covers the area of the shape', (name, area) => {
    const distance = shapeDistances[name as ShapeName];
    const positions = upTo(204).map((i) => i - 101.7);
    const covered = positions.flatMap((x) =>
      positions.map((y) => Math.min(Math.max(0.5 - distance(x, y, 100), 0), 1)),
    );
    // Pixels, for a circle of radius 100.
    expect(covered.reduce((a, b) => a + b, 0) / 100 ** 2).toBeCloseTo(area, 2);
  });

  it('has the base of the triangle at the bottom', () => {
    expect(shapeDistances.triangle(0, -0.9, 1)).toBeLessThan(0);
    expect(shapeDistances.triangle(0, 0.6, 1)).toBeGreaterThan(0);
    expect(shapeDistances.triangle(0.7, 0.45, 1)).toBeLessThan(0);
  });
});

describe('shapes', () => {
  it('has a description that matches its samples', async () => {
    const description = { shape: [40, 48, 1], range: [0, 1], count: 600, classes: 6 };
    expect(shapes.describe(config, context)).toMatchObject(description);
    expect(await shapes.open(config, context)).toMatchObject(description);
    const small = { ...config, size: 8, channels: 3, range: [-1, 1] };
    expect(shapes.describe(small, context)).toMatchObject({ shape: [8, 8, 3], range: [-1, 1] });
  });

  it('paints complete shapes of the right area on a dark background', async () => {
    const dataset = await shapes.open(config, context);
    const labels = labelsOf(dataset, upTo(60));
    samplesOf(dataset, upTo(60)).forEach((image, i) => {
      const bright = Math.max(...image);
      // The area is proportional to the square of the radius, which is 0.2 to 0.4 of the shorter side.
      const covered = image.reduce((sum, value) => sum + value / bright, 0);
      const area = Object.values(areas)[labels[i] ?? NaN] ?? NaN;
      expect(bright).toBeGreaterThanOrEqual(0.4);
      expect(covered).toBeGreaterThan(area * 8 ** 2 * 0.95);
      expect(covered).toBeLessThan(area * 16 ** 2 * 1.05);
      const border = image.filter((_, pixel) => pixel < 48 || pixel >= 39 * 48);
      expect(Math.max(...border)).toBeLessThan(bright);
    });
  });

  it('draws all shapes with equal frequency', async () => {
    const labels = labelsOf(await shapes.open(config, context), upTo(600));
    const counts = upTo(6).map((label) => labels.filter((found) => found === label).length);
    // 99.9 % quantile of chi-square with 5 degrees of freedom.
    expect(counts.reduce((sum, n) => sum + (n - 100) ** 2 / 100, 0)).toBeLessThan(20.52);
  });

  it('maps brightness linearly to the range', async () => {
    const one = (range: readonly number[]): Promise<number[][]> =>
      Promise.resolve(
        shapes.open(options({ ...config, range, size: 12, channels: 3 }), context),
      ).then((dataset) => samplesOf(dataset, [3]));
    const [[zero = []], [minus = []]] = [await one([0, 1]), await one([-1, 1])];
    expect(minus).toHaveLength(432);
    minus.forEach((value, i) => {
      expect(value).toBeCloseTo(2 * (zero[i] ?? NaN) - 1, 6);
    });
  });

  it('depends only on the seed and the index', async () => {
    const first = await shapes.open(config, context);
    const again = await shapes.open(config, context);
    expect(samplesOf(again, [9, 2])).toEqual(samplesOf(first, [2, 9]).toReversed());
    const other = await shapes.open(config, inFolder('.', 12));
    expect(samplesOf(other, [2])).not.toEqual(samplesOf(first, [2]));
  });
});
