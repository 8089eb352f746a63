import { describe, expect, it } from 'vitest';
import { grid, gridCentres } from '../../src/datasets/grid.js';
import { noise } from '../../src/datasets/noise.js';
import { ring, ringCentres } from '../../src/datasets/ring.js';
import { createCompiler } from '../../src/index.js';
import type { Point } from '../../src/datasets/shared/gaussianMixture.js';
import type { LoadedDataset, DatasetContext } from '../../src/entries/dataset.js';
import { options } from './support.js';

const context: DatasetContext = { baseDir: '.', dataDir: undefined, seed: 11 };
const ringConfig = { type: 'ring', modes: 8, radius: 1, stddev: 0.01, count: 20_000 };
const gridConfig = { type: 'grid', side: 5, spacing: 2, stddev: 0.05, count: 20_000 };

function readAll(dataset: LoadedDataset): { samples: Float32Array; labels: Int32Array } {
  const indices = Uint32Array.from({ length: dataset.count }, (_, i) => i);
  const size = dataset.shape.reduce((product, length) => product * length, 1);
  const samples = new Float32Array(dataset.count * size);
  const labels = new Int32Array(dataset.count);
  dataset.read(indices, samples);
  dataset.readLabels?.(indices, labels);
  return { samples, labels };
}

/** Offsets of the points from the centres of their classes, as one list of coordinates. */
function offsets(dataset: LoadedDataset, centres: readonly Point[]): Float32Array {
  const { samples, labels } = readAll(dataset);
  return samples.map((value, i) => value - (centres[labels[i >> 1] ?? NaN]?.[i % 2] ?? NaN));
}

function spread(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

describe('ring', () => {
  it('has evenly spaced centres around the origin', () => {
    const centres = ringCentres(4, 2).map(([x, y]) => [x.toFixed(9), y.toFixed(9)].map(Number));
    expect(centres.flat().map((value) => value + 0)).toEqual([2, 0, 0, 2, -2, 0, 0, -2]);
  });

  it('has a description that matches its samples', async () => {
    expect(ring.describe(ringConfig, context)).toEqual({
      shape: [2],
      range: null,
      count: 20_000,
      classes: 8,
      mixture: { centres: ringCentres(8, 1), stddev: 0.01 },
    });
    expect(await ring.open(ringConfig, context)).toMatchObject(ring.describe(ringConfig, context));
  });

  it('draws points around the centres of their classes', async () => {
    const found = offsets(await ring.open(ringConfig, context), ringCentres(8, 1));
    // Standard error of the spread of 40,000 numbers: 0.01/√80000 = 3.5e-5.
    expect(Math.abs(spread(found) - 0.01)).toBeLessThan(1.5e-4);
  });

  it('draws its modes with equal frequency', async () => {
    const { labels } = readAll(await ring.open(ringConfig, context));
    const counts = Array.from(
      { length: 8 },
      (_, mode) => labels.filter((label) => label === mode).length,
    );
    // 99.9 % quantile of chi-square with 7 degrees of freedom.
    expect(counts.reduce((sum, n) => sum + (n - 2500) ** 2 / 2500, 0)).toBeLessThan(24.32);
  });

  it('depends on the seed', async () => {
    const first = readAll(await ring.open(ringConfig, context));
    expect(readAll(await ring.open(ringConfig, context))).toEqual(first);
    const other = readAll(await ring.open(ringConfig, { ...context, seed: 12 }));
    expect(other.samples).not.toEqual(first.samples);
  });
});

describe('grid', () => {
  it('has its centres from -4 to 4 in steps of 2 by default', () => {
    const centres = gridCentres(5, 2);
    expect(centres).toHaveLength(25);
    expect(centres[0]).toEqual([-4, -4]);
    expect(centres[1]).toEqual([-4, -2]);
    expect(centres[12]).toEqual([0, 0]);
    expect(centres[24]).toEqual([4, 4]);
  });

  it('draws points around the centres of their classes', async () => {
    const dataset = await grid.open(gridConfig, context);
    expect(dataset).toMatchObject({ shape: [2], range: null, count: 20_000, classes: 25 });
    const found = offsets(dataset, gridCentres(5, 2));
    expect(Math.abs(spread(found) - 0.05)).toBeLessThan(7.5e-4);
  });

  it('serves the points at the requested indices', async () => {
    const dataset = await grid.open(gridConfig, context);
    const { samples, labels } = readAll(dataset);
    const [points, classes] = [new Float32Array(4), new Int32Array(2)];
    dataset.read([7, 3], points);
    dataset.readLabels?.([7, 3], classes);
    expect(points).toEqual(Float32Array.of(...samples.subarray(14, 16), ...samples.subarray(6, 8)));
    expect([...classes]).toEqual([labels[7], labels[3]]);
  });
});

describe('noise', () => {
  const config = { type: 'noise', shape: [4, 5, 2], count: 500, range: [-1, 1], classes: null };

  it('has a description that matches its samples', () => {
    expect(noise.describe(config, context)).toEqual({
      shape: [4, 5, 2],
      range: [-1, 1],
      count: 500,
      classes: null,
    });
  });

  it('is uniform in [-1, 1)', async () => {
    const { samples } = readAll(await noise.open(config, context));
    expect(samples.every((value) => value >= -1 && value < 1)).toBe(true);
    // Mean square of U(-1, 1) is 1/3.
    expect(spread(samples)).toBeCloseTo(Math.sqrt(1 / 3), 1.5);
  });

  it('is uniform in the range [0, 1)', async () => {
    const dataset = await noise.open(options({ ...config, range: [0, 1] }), context);
    expect(dataset.range).toEqual([0, 1]);
    const { samples } = readAll(dataset);
    expect(samples.every((value) => value >= 0 && value < 1)).toBe(true);
    // Mean square of U(0, 1) is 1/3 as well.
    expect(spread(samples)).toBeCloseTo(Math.sqrt(1 / 3), 1.5);
  });

  it('gives a sample the same numbers in any batch', async () => {
    const dataset = await noise.open(config, context);
    const { samples } = readAll(dataset);
    const two = new Float32Array(80);
    dataset.read([9, 2], two);
    expect(two.subarray(0, 40)).toEqual(samples.subarray(360, 400));
    expect(two.subarray(40)).toEqual(samples.subarray(80, 120));
    expect(two.subarray(40)).not.toEqual(two.subarray(0, 40));
  });

  it('draws a class for each sample if it has classes', async () => {
    const dataset = await noise.open(options({ ...config, classes: 3 }), context);
    expect(dataset.classes).toBe(3);
    const { samples, labels } = readAll(dataset);
    expect(samples).toEqual(readAll(await noise.open(config, context)).samples);
    expect([0, 1, 2].map((label) => labels.filter((one) => one === label).length)).toEqual([
      expect.closeTo(500 / 3, -2),
      expect.closeTo(500 / 3, -2),
      expect.closeTo(500 / 3, -2),
    ]);
    const two = new Int32Array(2);
    dataset.readLabels?.([7, 3], two);
    expect([...two]).toEqual([labels[7], labels[3]]);
  });
});

it.each([
  ['ring', 'radius'],
  ['ring', 'stddev'],
  ['grid', 'spacing'],
  ['grid', 'stddev'],
  ['swissRoll', 'radius'],
  ['swissRoll', 'stddev'],
])('%s limits %s to a million, so that its points are finite', (type, option) => {
  const layers = [{ type: 'dense', units: 2 }];
  const spec = (size: number): string =>
    JSON.stringify({
      data: { type, [option]: size },
      generator: { layers },
      discriminator: { layers: [{ type: 'dense', units: 1 }] },
    });
  const { diagnostics } = createCompiler().check(spec(1e308));
  expect(diagnostics).toMatchObject([{ code: 'GAN124', pointer: `/data/${option}` }]);
  expect(createCompiler().check(spec(1e6)).valid).toBe(true);
});
