import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/registry/entries.js';
import type { Samples } from '../../../src/train/session.js';
import { encodeNpy } from '../../../src/train/sinks/npy.js';
import { sampleFile } from '../../../src/train/sinks/sampleFile.js';
import { readPng } from './readPng.js';

function samples(shape: readonly number[], data: readonly number[]): Samples {
  return { dtype: 'float32', shape, data: Float32Array.from(data) };
}

function dataset(changes: Partial<Dataset> = {}): () => Promise<Dataset> {
  const read: Dataset['read'] = (_, out) => out.fill(0);
  const points = { shape: [2], range: null, count: 1, classes: null, read };
  return () => Promise.resolve({ ...points, ...changes });
}

/** For samples that need no data set. */
const unopened = (): Promise<Dataset> => Promise.reject(new Error('opened'));

describe('the file of samples', () => {
  it('is a picture of images whose darkest and brightest values are the range of the data', async () => {
    const image = samples([1, 1, 2, 1], [0, 1]);
    const { extension, bytes } = await sampleFile(image, [0, 1], unopened);
    expect(extension).toBe('png');
    // Two pixels of frame around the image.
    expect(readPng(bytes).rows[2]?.slice(2, 4)).toEqual([0, 255]);
    const signed = await sampleFile(image, null, unopened);
    expect(readPng(signed.bytes).rows[2]?.slice(2, 4)).toEqual([128, 255]);
  });

  it('is what the data set writes', async () => {
    const encode = (numbers: Float32Array): { extension: string; bytes: Uint8Array } => ({
      extension: 'txt',
      bytes: Uint8Array.from(numbers),
    });
    const file = await sampleFile(samples([2, 2], [1, 2, 3, 4]), null, dataset({ encode }));
    expect(file).toEqual({ extension: 'txt', bytes: Uint8Array.of(1, 2, 3, 4) });
  });

  it('is a plot of points', async () => {
    const { extension, bytes } = await sampleFile(samples([1, 2], [0, 0]), null, dataset());
    expect(extension).toBe('png');
    expect(readPng(bytes).width).toBe(512);
  });

  it('is an array of anything else', async () => {
    const clip = samples([1, 3, 1], [1, 2, 3]);
    const file = await sampleFile(clip, [-1, 1], dataset({ shape: [3, 1] }));
    expect(file).toEqual({ extension: 'npy', bytes: encodeNpy(clip.data, clip.shape) });
  });
});
