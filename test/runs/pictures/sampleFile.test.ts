import { describe, expect, it } from 'vitest';
import type { LoadedDataset } from '../../../src/entries/dataset.js';
import type { Samples } from '../../../src/runs/samples.js';
import { encodeNpy } from '../../../src/runs/pictures/npy.js';
import { sampleFile, type SampleForm } from '../../../src/runs/pictures/sampleFile.js';
import { readPng } from './readPng.js';

function samples(shape: readonly number[], data: readonly number[]): Samples {
  return { dtype: 'float32', shape, data: Float32Array.from(data) };
}

const points = { shape: [2], range: null, count: 1, classes: null };
const unopened = (): Promise<never> => Promise.reject(new Error('opened'));

/** A data set of one point that writes nothing of its own; images need none. */
function form(changes: Partial<SampleForm> = {}): SampleForm {
  const read: LoadedDataset['read'] = (_, out) => out.fill(0);
  return {
    range: null,
    openEncoder: () => Promise.resolve(undefined),
    openDataset: () => Promise.resolve({ ...points, read }),
    ...changes,
  };
}
const untouched = { openEncoder: unopened, openDataset: unopened };

describe('the file of samples', () => {
  it('is a picture of images whose darkest and brightest values are the range of the data', async () => {
    const image = samples([1, 1, 2, 1], [0, 1]);
    const { extension, bytes } = await sampleFile(image, form({ ...untouched, range: [0, 1] }));
    expect(extension).toBe('png');
    // Two pixels of frame around the image.
    expect(readPng(bytes).rows[2]?.slice(2, 4)).toEqual([0, 255]);
    const signed = await sampleFile(image, form(untouched));
    expect(readPng(signed.bytes).rows[2]?.slice(2, 4)).toEqual([128, 255]);
  });

  it('has the format that the data set writes', async () => {
    const encode = (numbers: Float32Array): { extension: string; bytes: Uint8Array } => ({
      extension: 'txt',
      bytes: Uint8Array.from(numbers),
    });
    const file = await sampleFile(
      samples([2, 2], [1, 2, 3, 4]),
      form({ openEncoder: () => Promise.resolve(encode), openDataset: unopened }),
    );
    expect(file).toEqual({ extension: 'txt', bytes: Uint8Array.of(1, 2, 3, 4) });
  });

  it('is a plot of points', async () => {
    const { extension, bytes } = await sampleFile(samples([1, 2], [0, 0]), form());
    expect(extension).toBe('png');
    expect(readPng(bytes).width).toBe(512);
  });

  it('is a plot of the generated points alone where there are no real ones', async () => {
    const alone = form({ openDataset: () => Promise.resolve(undefined) });
    const { bytes } = await sampleFile(samples([2, 2], [1, 1, NaN, 3]), alone);
    expect(readPng(bytes).width).toBe(512);
  });

  it('is a NumPy array of other samples', async () => {
    const clip = samples([1, 3, 1], [1, 2, 3]);
    const file = await sampleFile(clip, form({ openDataset: unopened }));
    expect(file).toEqual({ extension: 'npy', bytes: encodeNpy(clip.data, clip.shape) });
  });
});
