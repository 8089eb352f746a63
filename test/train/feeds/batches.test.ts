import { describe, expect, it } from 'vitest';
import type { LoadedDataset } from '../../../src/entries/dataset.js';
import { createBatches } from '../../../src/train/feeds/batches.js';

/** Sample i is the number i. */
function countingDataset(count: number): LoadedDataset {
  return {
    shape: [1],
    range: null,
    count,
    classes: null,
    read: (indices, out) => {
      for (let i = 0; i < indices.length; i++) out[i] = indices[i] ?? NaN;
    },
  };
}

/** The samples of updates `from` to `to`, the latter excluded. */
function samples(seed: number, from: number, to: number, graph = 'joint'): number[] {
  const batches = createBatches(countingDataset(12), 4, seed);
  const updates = Array.from({ length: to - from }, (_, i) => from + i);
  return updates.flatMap((update) => [
    ...batches({ stream: graph, index: update, field: 'samples' }).data,
  ]);
}

const joint = { stream: 'joint', field: 'samples' } as const;

const ascending = (a: number, b: number): number => a - b;
const all = Array.from({ length: 12 }, (_, i) => i);

describe('batches', () => {
  it('show every sample once an epoch', () => {
    expect(samples(1, 0, 3).sort(ascending)).toEqual(all);
    expect(samples(1, 3, 6).sort(ascending)).toEqual(all);
  });

  it('come in another order each epoch', () => {
    expect(samples(1, 3, 6)).not.toEqual(samples(1, 0, 3));
  });

  it('depend on the seed and the graph', () => {
    expect(samples(2, 0, 3)).not.toEqual(samples(1, 0, 3));
    expect(samples(1, 0, 3, 'generator')).not.toEqual(samples(1, 0, 3));
    expect(samples(1, 0, 3)).toEqual(samples(1, 0, 3));
  });

  it('do not depend on the batches read before', () => {
    const batches = createBatches(countingDataset(12), 4, 1);
    const fifth = [...batches({ ...joint, index: 5 }).data];
    batches({ ...joint, index: 0 });
    expect([...batches({ ...joint, index: 5 }).data]).toEqual(fifth);
    expect(samples(1, 5, 6)).toEqual(fifth);
  });

  it('stay the same where a data set changes the indices that it is given', () => {
    const dataset = countingDataset(12);
    const sorting: LoadedDataset = {
      ...dataset,
      read: (indices, out) => {
        if (indices instanceof Uint32Array) dataset.read(indices.fill(0), out);
      },
      classes: 12,
      readLabels: (indices, out) => {
        out.set(indices);
      },
    };
    const classes = (from: LoadedDataset): Float32Array[] => {
      const batches = createBatches(from, 4, 1);
      batches({ ...joint, index: 0 });
      return [Float32Array.from(batches({ ...joint, index: 0, field: 'labels' }).data)];
    };
    expect(classes(sorting)).toEqual(classes({ ...sorting, read: () => undefined }));
  });

  it('refuse a class that the data set does not have', () => {
    const dataset: LoadedDataset = {
      ...countingDataset(12),
      classes: 2,
      readLabels: (_, out) => {
        out.fill(2);
      },
    };
    expect(() => createBatches(dataset, 4, 1)({ ...joint, index: 0, field: 'labels' })).toThrow(
      'the data set gives a sample the class 2; its classes are 0 to 1',
    );
  });

  it('leave out samples that do not fill a batch, others in each epoch', () => {
    const batches = createBatches(countingDataset(10), 4, 1);
    const epoch = (first: number): number[] =>
      [first, first + 1].flatMap((update) => [...batches({ ...joint, index: update }).data]);
    expect(new Set(epoch(0)).size).toBe(8);
    const seen = new Set(Array.from({ length: 10 }, (_, i) => epoch(2 * i)).flat());
    expect([...seen].sort(ascending)).toEqual(Array.from({ length: 10 }, (_, i) => i));
  });

  it('have the shape of the data behind the batch axis', () => {
    expect(createBatches(countingDataset(12), 4, 1)({ ...joint, index: 0 })).toMatchObject({
      dtype: 'float32',
      shape: [4, 1],
    });
  });

  it('give the classes of the same samples, one-hot', () => {
    const dataset: LoadedDataset = {
      ...countingDataset(12),
      classes: 3,
      readLabels: (indices, out) => {
        for (let i = 0; i < indices.length; i++) out[i] = (indices[i] ?? NaN) % 3;
      },
    };
    const batches = createBatches(dataset, 4, 1);
    const numbers = batches({ ...joint, index: 2 }).data;
    const rows = [...numbers].map((number) =>
      [0, 1, 2].map((each) => (each === number % 3 ? 1 : 0)),
    );
    expect(batches({ ...joint, index: 2, field: 'labels' })).toEqual({
      dtype: 'float32',
      shape: [4, 3],
      data: Float32Array.from(rows.flat()),
    });
  });
});
