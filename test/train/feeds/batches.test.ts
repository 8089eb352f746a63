import { describe, expect, it } from 'vitest';
import type { LoadedDataset } from '../../../src/entries/dataset.js';
import type { TensorData } from '../../../src/ir/tensorType.js';
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

  it('mirror each image of a data set with flip or not, at random', () => {
    const batches = createBatches(columns(12, true), 12, 1);
    const drawn = [...Array(200).keys()].flatMap((index) => imagesOf(batches({ ...joint, index })));
    const mirrored = drawn.filter(([image]) => image === 'mirrored');
    // 2400 draws: 1200 in the mean, with a standard deviation of 24.5.
    expect(Math.abs(mirrored.length - 1200)).toBeLessThan(100);
    expect(drawn.filter(([image]) => image === 'as it is')).toHaveLength(2400 - mirrored.length);
    const first = drawn.filter(([, sample]) => sample === 0).map(([image]) => image);
    expect(new Set(first)).toEqual(new Set(['as it is', 'mirrored']));
  });

  it('have the same samples and classes in the same order with flip as without', () => {
    const [plain, flipped] = [false, true].map((flip) => createBatches(columns(12, flip), 4, 1));
    for (const index of [0, 1, 5]) {
      const at = { ...joint, index };
      const samplesOf = (batch: TensorData | undefined): number[] =>
        batch ? imagesOf(batch).map(([, sample]) => sample) : [];
      expect(samplesOf(flipped?.(at))).toEqual(samplesOf(plain?.(at)));
      const labels = { ...at, field: 'labels' } as const;
      expect(flipped?.(labels)).toEqual(plain?.(labels));
    }
  });

  it('are mirrored alike whatever was read before, and otherwise for another seed or step', () => {
    const read = (seed: number, stream: string, ...before: number[]): TensorData => {
      const batches = createBatches(columns(12, true), 12, seed);
      for (const index of before) batches({ ...joint, stream, index });
      return batches({ ...joint, stream, index: 7 });
    };
    const orientations = (batch: TensorData): string[] =>
      imagesOf(batch)
        .toSorted(([, a], [, b]) => a - b)
        .map(([image]) => image);
    expect(read(1, 'joint', 0, 3, 9)).toEqual(read(1, 'joint'));
    expect(orientations(read(2, 'joint'))).not.toEqual(orientations(read(1, 'joint')));
    expect(orientations(read(1, 'generator'))).not.toEqual(orientations(read(1, 'joint')));
  });
});

/** Images of 2 × 3 pixels with two channels: sample i has 100 i + 0 to 11, and the class i. */
function columns(count: number, flip: boolean): LoadedDataset {
  return {
    shape: [2, 3, 2],
    range: null,
    flip,
    count,
    classes: count,
    read: (indices, out) => {
      for (let i = 0; i < indices.length; i++) {
        for (let j = 0; j < 12; j++) out[12 * i + j] = 100 * (indices[i] ?? NaN) + j;
      }
    },
    readLabels: (indices, out) => {
      out.set(indices);
    },
  };
}

/** Orientation and sample of each image in a batch of `columns`. */
function imagesOf({ data }: TensorData): [image: string, sample: number][] {
  return Array.from({ length: data.length / 12 }, (_, i) => {
    const image = [...data.subarray(12 * i, 12 * (i + 1))];
    const sample = Math.floor((image[0] ?? NaN) / 100);
    const text = image.map((value) => value - 100 * sample).join();
    const texts: Record<string, string> = {
      '0,1,2,3,4,5,6,7,8,9,10,11': 'as it is',
      '4,5,2,3,0,1,10,11,8,9,6,7': 'mirrored',
    };
    return [texts[text] ?? text, sample];
  });
}
