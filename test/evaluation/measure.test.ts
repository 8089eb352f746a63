import { describe, expect, it } from 'vitest';
import type { DatasetDescription, LoadedDataset } from '../../src/entries/dataset.js';
import type { SampleRows } from '../../src/entries/metric.js';
import { builtIns } from '../../src/generated/entries.js';
import { Registry } from '../../src/entries/registry.js';
import { chooseMetrics } from '../../src/evaluation/chooseMetrics.js';
import type { Backbone } from '../../src/evaluation/backbone.js';
import { prepareMeasuring } from '../../src/evaluation/measure.js';
import type { Samples } from '../../src/runs/samples.js';
import { described } from '../metrics/support.js';

const registry = new Registry(builtIns);

/** A choice among all metrics for these data. */
function chosen(data: DatasetDescription, asked: readonly object[] = [], hasClassifier = false) {
  const complete = asked.map((options) => ({ samples: 5000, ...options }) as never);
  return chooseMetrics(complete, {
    registry,
    data,
    conditional: false,
    given: hasClassifier ? doubling.gives : [],
    count: undefined,
  });
}

const typesOf = (data: DatasetDescription, hasClassifier = false): readonly string[] =>
  chosen(data, [], hasClassifier).map(({ config: { type } }) => type);

const mixture = { centres: [[0, 0]], stddev: 1 };
const neighbourhoods = ['coverage', 'density', 'frechetDistance', 'kernelDistance', 'memorization'];

describe('chooseMetrics', () => {
  it('takes all metrics that measure the numbers of samples where there is no classifier', () => {
    expect(typesOf(described([2]))).toEqual([
      ...neighbourhoods,
      ...['precision', 'recall', 'slicedWasserstein'],
    ]);
    expect(typesOf(described([2], { mixture }))).toEqual([
      ...[...neighbourhoods.slice(0, 3), 'highQuality', ...neighbourhoods.slice(3)],
      ...['modes', 'precision', 'recall', 'reverseKL', 'slicedWasserstein'],
    ]);
  });

  it('has a metric without a classifier for every form of data', () => {
    expect(typesOf(described([64, 64, 3], { range: [-1, 1] }))).toEqual([
      'msSsim',
      'slicedWasserstein',
    ]);
    expect(typesOf(described([2000, 1], { form: 'sound' }))).toEqual([
      'slicedWasserstein',
      'spectralDistance',
    ]);
    expect(typesOf(described([40, 30], { form: 'text' }))).toEqual([
      'nGramDistance',
      'slicedWasserstein',
    ]);
    const columns = [
      { name: 'a', kind: 'numeric', start: 0, width: 1, values: '' },
      { name: 'b', kind: 'numeric', start: 1, width: 1, values: '' },
    ];
    expect(typesOf(described([2], { columns }))).toEqual(
      expect.arrayContaining(['columnDistance', 'columnPairDistance']),
    );
  });

  it('adds the score for batches of 10,000 and the distance of outputs where there is one', () => {
    const found = chosen(described([28, 28, 1]), [], true);
    expect(found.map(({ config, samples }) => [config.type, samples]).slice(-3)).toEqual([
      ['slicedWasserstein', 5000],
      ['classifierScore', 10_000],
      ['frechetDistance', 5000],
    ]);
    expect(found.at(-1)?.compared).toBe('logits');
  });

  it('refuses one that was asked for and cannot measure the samples', () => {
    expect(() => chosen(described([2]), [{ type: 'classHistogram' }])).toThrow(
      'the metric "classHistogram" cannot measure these samples: there is no classifier for them',
    );
  });
});

/** Points i = 0, 1, … on a line. */
function line(count: number): LoadedDataset {
  return {
    ...described([1], { count }),
    read: (indices, out) => {
      out.set(indices);
    },
  };
}

const generate = (count: number): Promise<Samples> => {
  const data = Float32Array.from({ length: count }, (_, i) => i);
  return Promise.resolve({ dtype: 'float32', shape: [count, 1], data });
};

/** Outputs that show the numbers which they were made of. */
const doubling: Backbone = {
  name: 'doubling',
  sha256: '0',
  accuracy: 1,
  gives: ['logits', 'features'],
  outputs: (samples: SampleRows) =>
    Promise.resolve({
      logits: samples,
      features: { ...samples, numbers: samples.numbers.map((value) => 2 * value) },
    }),
  dispose: () => Promise.resolve(),
};

describe('prepareMeasuring', () => {
  const asked = [
    { type: 'slicedWasserstein', projections: 1, samples: 4 },
    { type: 'frechetDistance', features: 'features', samples: 100 },
  ];

  it('compares as many samples as each metric takes, or all that there are', async () => {
    const metrics = chosen(described([1]), asked);
    const real = { dataset: line(10), seed: 3, backbone: undefined };
    const results = await (await prepareMeasuring(metrics, real))(generate);
    expect(results.map(({ count, noiseFloor }) => [count, noiseFloor.count])).toEqual([
      [4, 4],
      [10, 5],
    ]);
    // Generated 0, …, 9 are the data.
    expect(results[1]?.value).toBeCloseTo(0, 12);
    expect(results[1]?.noiseFloor.value).toBeGreaterThan(0);
  });

  it('compares what the classifier gives where there is one', async () => {
    const metrics = chosen(described([1]), asked, true);
    const real = { dataset: line(100), seed: 3, backbone: doubling };
    const measure = await prepareMeasuring(metrics, real);
    const [, result] = await measure(async (count) => {
      const samples = await generate(count);
      return { ...samples, data: samples.data.map((value) => value + 3) };
    });
    // A shift of 3 among samples is one of 6 among features.
    expect(result).toMatchObject({ compared: 'features', count: 100 });
    expect(result?.value).toBeCloseTo(36, 9);
  });
});
