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
    range: [-1, 1],
    names: [],
    openEncoder: () => Promise.resolve(undefined),
    openDataset: () => Promise.resolve({ ...points, read }),
    ...changes,
  };
}
const untouched = { openEncoder: unopened, openDataset: unopened };

describe('the file of samples', () => {
  it('is a picture of images whose darkest and brightest values are the range of the data', async () => {
    const image = samples([2, 1, 2, 1], [0, 1, 0, 1]);
    const { extension, bytes } = await sampleFile(image, form({ ...untouched, range: [0, 1] }));
    expect(extension).toBe('png');
    // Two pixels of frame around the image.
    expect(readPng(bytes).rows[2]?.slice(2, 4)).toEqual([0, 255]);
    const signed = await sampleFile(image, form(untouched));
    expect(readPng(signed.bytes).rows[2]?.slice(2, 4)).toEqual([128, 255]);
  });

  it.each([
    [[1, 1, 2, 1], [0, 1], [[128, 255]]],
    [
      [1, 2, 1, 3],
      [-1, 0, 1, 1, 0, -1],
      [
        [0, 128, 255],
        [255, 128, 0],
      ],
    ],
  ])('is a single image in its own size, without a frame: %j', async (shape, data, rows) => {
    const { bytes } = await sampleFile(samples(shape, data), form(untouched));
    expect(readPng(bytes).rows).toEqual(rows);
  });

  it('tells the class of a single image beside it', async () => {
    const image = { ...samples([1, 1, 2, 1], [0, 1]), labels: Int32Array.of(1) };
    const file = await sampleFile(image, form({ ...untouched, names: ['cats', 'dogs'] }));
    expect(file.classes).toEqual(['dogs']);
    expect(readPng(file.bytes).width).toBe(2);
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

  describe('with classes', () => {
    const labelled = (shape: readonly number[], data: readonly number[], labels: number[]) => ({
      ...samples(shape, data),
      labels: Int32Array.from(labels),
    });
    const names = ['cats', 'dogs'];

    it('is a picture with the images of a class in one row behind its name', async () => {
      const images = labelled([3, 1, 1, 1], [-1, 1, -1], [1, 0, 1]);
      const { bytes, classes } = await sampleFile(images, form({ ...untouched, names }));
      expect(classes).toBeUndefined();
      const { width, rows } = readPng(bytes);
      // Gap, name of 4 letters (23 pixels), gap, two images of one pixel with gaps, gap.
      expect(width).toBe(2 + 23 + 2 + 2 * 3 + 2);
      // Each row is as high as a letter; the images stand at its top.
      expect(rows[2]?.slice(27, 31)).toEqual([255, 96, 96, 96]);
      expect(rows[11]?.slice(27, 31)).toEqual([0, 96, 96, 0]);
      // The upright stroke of the d at the right of its five columns, here white.
      expect(rows[11]?.[6]).toBe(255);
    });

    it('has the classes beside it where a name has letters that are not drawn', async () => {
      const images = labelled([3, 1, 1, 1], [-1, 1, -1], [1, 0, 1]);
      const points = labelled([3, 2], [-1, 0, 1, 0, 1, 1], [1, 0, 1]);
      for (const [first, second] of [
        ['猫', 'dogs'],
        ['кошки', 'dogs'],
      ] as const) {
        const named = form({ names: [first, second] });
        expect((await sampleFile(images, named)).classes).toEqual([second, first, second]);
        expect((await sampleFile(points, named)).classes).toEqual([second, first, second]);
      }
      expect(await sampleFile(images, form({ names: ['Äpfel', 'dogs'] }))).not.toHaveProperty(
        'classes',
      );
    });

    it('has the classes beside it where the format of the data does not show them', async () => {
      const encode = (): { extension: string; bytes: Uint8Array } => ({
        extension: 'txt',
        bytes: new Uint8Array(),
      });
      const lines = labelled([2, 3], [1, 2, 3, 4, 5, 6], [1, 0]);
      const openEncoder = () => Promise.resolve(encode);
      const file = await sampleFile(lines, form({ openEncoder, names }));
      expect(file.classes).toEqual(['dogs', 'cats']);
      const shown = () => Promise.resolve(() => ({ ...encode(), showsClasses: true }));
      const own = await sampleFile(lines, form({ openEncoder: shown, names }));
      expect(own).toEqual(encode());
      const numbers = await sampleFile(lines, form({ names: [] }));
      expect(numbers).toMatchObject({ extension: 'npy', classes: ['1', '0'] });
    });

    it('is a plot of points in the colours of their classes', async () => {
      const two = labelled([2, 2], [-1, 0, 1, 0], [0, 1]);
      const alone = form({ openDataset: () => Promise.resolve(undefined), names });
      const { bytes } = await sampleFile(two, alone);
      const colours = new Set(readPng(bytes).rows.flatMap((row) => coloursOf(row)));
      expect(colours).toEqual(new Set(['255/255/255', '31/119/180', '255/127/14']));
    });
  });
});

/** Colours of the pixels of a row of an RGB picture. */
function coloursOf(row: readonly number[]): readonly string[] {
  return Array.from({ length: row.length / 3 }, (_, x) => row.slice(3 * x, 3 * x + 3).join('/'));
}
