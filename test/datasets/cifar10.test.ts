import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cifar10 } from '../../src/datasets/cifar10.js';
import { put, temporaryFolder } from './idxFile.js';
import { inFolder, labelsOf, options, samplesOf } from './support.js';

const config = {
  type: 'cifar10',
  split: 'test',
  folder: null as string | null,
  classes: null as number[] | null,
  limit: null as number | null,
  range: [-1, 1],
  resize: null as number | null,
  flip: false,
};

/** A file of 10,000 images: image i has class i mod 10, and its first pixel is red i mod 256, green 51, blue 255. */
function batch(): Buffer {
  const bytes = Buffer.alloc(10_000 * 3073);
  for (let i = 0; i < 10_000; i++) {
    bytes.set([i % 10, i % 256], i * 3073);
    bytes[i * 3073 + 1 + 1024] = 51;
    bytes[i * 3073 + 1 + 2048] = 255;
  }
  return bytes;
}

beforeEach(() => {
  vi.stubEnv('GANSPEC_DATA', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('cifar10', () => {
  it.each([
    [{ ...config, split: 'train' }, 50_000, 10],
    [config, 10_000, 10],
    [{ ...config, split: 'all' }, 60_000, 10],
    [{ ...config, split: 'all', classes: [0], flip: true }, 6000, 1],
    [{ ...config, classes: [3, 5] }, 2000, 2],
    [{ ...config, classes: [3, 5], limit: 100 }, 100, 2],
  ])('%j is described without its files', (asked, count, classes) => {
    const description = { shape: [32, 32, 3], range: [-1, 1], count, classes };
    expect(cifar10.describe(asked, inFolder('/no'))).toMatchObject(description);
  });

  it('serves images with interleaved colours, and their labels', async () => {
    const baseDir = temporaryFolder();
    mkdirSync(join(baseDir, 'cifar'));
    put(join(baseDir, 'cifar'), 'test_batch.bin', batch());
    const asked = { ...config, folder: 'cifar', classes: [3, 4], range: [0, 1] };
    const dataset = await cifar10.open(asked, inFolder(baseDir));
    expect(dataset).toMatchObject({ shape: [32, 32, 3], range: [0, 1], count: 2000, classes: 2 });
    expect(dataset.classList).toEqual([
      { name: 'cat', count: 1000 },
      { name: 'deer', count: 1000 },
    ]);
    // Only classes 3 and 4: samples 0, 1, 2 are images 3, 4, 13.
    expect(labelsOf(dataset, [0, 1, 2])).toEqual([0, 1, 0]);
    const [image = []] = samplesOf(dataset, [2]);
    expect(image.slice(0, 6)).toEqual([13 / 255, 0.2, 1, 0, 0, 0].map(Math.fround));
  });

  it('has the training images and then the test images, which training mirrors', async () => {
    const baseDir = temporaryFolder();
    for (const i of [1, 2, 3, 4, 5]) put(baseDir, `data_batch_${i}.bin`, new Uint8Array(batch()));
    const test = batch();
    // Red of the upper right pixel of the first test image.
    test[1 + 31] = 255;
    put(baseDir, 'test_batch.bin', test);
    const asked = options({ ...config, folder: '.', split: 'all', flip: true, range: [0, 255] });
    const dataset = await cifar10.open(asked, inFolder(baseDir));
    expect(dataset).toMatchObject({ count: 60_000, flip: true });
    const [image = []] = samplesOf(dataset, [50_000]);
    expect([image[0], image[3 * 31]]).toEqual([0, 255]);
  });

  it('is found in --data-dir, in the folder of the archive', async () => {
    const dataDir = temporaryFolder();
    const folder = join(dataDir, 'cifar10', 'cifar-10-batches-bin');
    mkdirSync(folder, { recursive: true });
    put(folder, 'test_batch.bin', batch());
    // A folder with the name of a file.
    mkdirSync(join(dataDir, 'cifar10', 'test_batch.bin'));
    const dataset = await cifar10.open(options({ ...config, resize: 8 }), {
      ...inFolder('/no'),
      dataDir,
    });
    expect(dataset).toMatchObject({ shape: [8, 8, 3], count: 10_000 });
  });

  it('refuses a link out of the folder of the spec', async () => {
    const [baseDir, elsewhere] = [temporaryFolder(), temporaryFolder()];
    put(elsewhere, 'test_batch.bin', batch());
    symlinkSync(elsewhere, join(baseDir, 'cifar'));
    const asked = { ...config, folder: 'cifar' };
    await expect(async () => await cifar10.open(asked, inFolder(baseDir))).rejects.toMatchObject({
      code: 'GAN408',
      message: `${baseDir}/cifar/test_batch.bin leads out of the folder of the spec by a link`,
    });
  });

  it('reports the searched folders and how to get the files', async () => {
    const asked = { ...config, split: 'train', folder: 'here' };
    await expect(cifar10.open(asked, inFolder('/no'))).rejects.toMatchObject({
      code: 'GAN400',
      exitCode: 4,
      message:
        'the files of CIFAR-10 were not found (looked in /no/here, /no/here/cifar-10-batches-bin)',
      hint: 'Unpack the "binary version" of https://www.cs.toronto.edu/~kriz/cifar.html, and name the folder that holds data_batch_1.bin with "folder" in the spec, with --data-dir, or in the environment variable GANSPEC_DATA.',
    });
  });

  it('refuses files with a wrong size or wrong labels', async () => {
    const baseDir = temporaryFolder();
    const asked = { ...config, folder: '.' };
    put(baseDir, 'test_batch.bin', new Uint8Array(100));
    await expect(cifar10.open(asked, inFolder(baseDir))).rejects.toMatchObject({
      code: 'GAN406',
      exitCode: 4,
      message: `${baseDir}/test_batch.bin: has 100 bytes, where CIFAR-10 has 30730000`,
    });
    put(baseDir, 'test_batch.bin', new Uint8Array(30_730_000));
    await expect(cifar10.open(asked, inFolder(baseDir))).rejects.toMatchObject({
      code: 'GAN406',
      message: `${baseDir}: has not the labels of CIFAR-10`,
    });
  });
});
