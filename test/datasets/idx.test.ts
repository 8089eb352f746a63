import { describe, expect, it } from 'vitest';
import { idx } from '../../src/datasets/idx.js';
import type { DatasetContext } from '../../src/entries/dataset.js';
import { idxBytes, put, temporaryFolder } from './idxFile.js';
import { labelsOf, options, samplesOf } from './support.js';

/** Three images [2, 2] and their labels. */
function files(labels = idxBytes([3], Uint8Array.of(4, 0, 2))): DatasetContext {
  const baseDir = temporaryFolder();
  const pixels = Uint8Array.of(0, 255, 51, 204, 1, 2, 3, 4, 0, 0, 255, 255);
  put(baseDir, 'images', idxBytes([3, 2, 2], pixels));
  put(baseDir, 'labels', labels);
  put(baseDir, 'colour', idxBytes([1, 2, 2, 3], pixels));
  put(baseDir, 'points', idxBytes([6, 2], pixels));
  return { baseDir, dataDir: undefined, seed: 0 };
}

const config = {
  type: 'idx',
  images: 'images',
  labels: 'labels',
  channelsFirst: false,
  limit: null as number | null,
  flip: false,
  bounds: null as number[] | null,
  range: [-1, 1],
  resize: null,
};

describe('idx', () => {
  it('describes the files', () => {
    expect(idx.describe(config, files())).toEqual({
      shape: [2, 2, 1],
      range: [-1, 1],
      flip: false,
      count: 3,
      classes: 3,
      classList: [
        { name: '0', count: 1 },
        { name: '2', count: 1 },
        { name: '4', count: 1 },
      ],
      warnings: [],
    });
  });

  it('serves images in [-1, 1] and their labels in the requested order', async () => {
    const dataset = await idx.open(config, files());
    const images = new Float32Array(8);
    const labels = new Int32Array(2);
    dataset.read([2, 0], images);
    dataset.readLabels?.([2, 0], labels);
    // v/127.5 − 1
    expect(images).toEqual(Float32Array.of(-1, -1, 1, 1, -1, 1, 51 / 127.5 - 1, 204 / 127.5 - 1));
    // Labels 2 and 4 are classes 1 and 2 of those that occur.
    expect(labels).toEqual(Int32Array.of(1, 2));
  });

  it('serves images with channels and without labels', async () => {
    const colour = { ...config, images: 'colour', labels: null };
    expect(idx.describe(colour, files()).shape).toEqual([2, 2, 3]);
    const dataset = await idx.open(colour, files());
    expect(dataset.classes).toBeNull();
    expect(dataset).not.toHaveProperty('readLabels');
  });

  it('serves the first images up to the limit', async () => {
    const limited = { ...config, limit: 2 };
    expect(idx.describe(limited, files()).count).toBe(2);
    expect((await idx.open(limited, files())).count).toBe(2);
    const generous = { ...config, limit: 10 };
    expect(idx.describe(generous, files()).count).toBe(3);
  });

  it('serves images whose channels come first', async () => {
    const context = files();
    const pixels = Uint8Array.of(0, 10, 20, 30, 40, 255);
    put(context.baseDir, 'planes', idxBytes([1, 3, 1, 2], pixels));
    const asked = options({
      ...config,
      images: 'planes',
      labels: null,
      channelsFirst: true,
      flip: true,
      range: [0, 255],
    });
    expect(idx.describe(asked, context)).toMatchObject({ shape: [1, 2, 3], count: 1, flip: true });
    const dataset = await idx.open(asked, context);
    expect(dataset.flip).toBe(true);
    expect(samplesOf(dataset, [0])).toEqual([[0, 20, 40, 10, 30, 255]]);
  });

  it('warns of levels that are on another scale, and maps those of the bounds to the range', async () => {
    const context = files();
    const file = put(context.baseDir, 'masks', idxBytes([1, 2, 2], Uint8Array.of(0, 1, 1, 0)));
    const asked = options({ ...config, images: 'masks', labels: null });
    const warning = {
      code: 'GAN420',
      message: `${file}: its levels lie between 0 and 1, less than half of 0 to 255, so samples hardly differ`,
      hint: 'If these are the least and the greatest possible, set "bounds": [0, 1] in "data".',
    };
    expect(idx.describe(asked, context).warnings).toEqual([warning]);
    expect((await idx.open(asked, context)).warnings).toEqual([warning]);
    const bounded = await idx.open(options({ ...asked, bounds: [0, 1] }), context);
    expect(bounded.warnings).toEqual([]);
    expect(samplesOf(bounded, [0])).toEqual([[-1, 1, 1, -1]]);
  });

  it('refuses levels outside the bounds, and bounds in the wrong order', () => {
    const context = files();
    const describing =
      (...bounds: number[]) =>
      () =>
        idx.describe(options({ ...config, bounds }), context);
    expect(describing(0, 200)).toThrow(
      expect.objectContaining({
        code: 'GAN417',
        exitCode: 3,
        pointer: '/data/bounds',
        message: `the levels of ${context.baseDir}/images lie between 0 and 255, not between 0 and 200`,
        hint: 'write [0, 255], or null for 0 to 255',
      }),
    );
    expect(describing(255, 0)).toThrow('no number lies between 255 and 0');
  });

  it('refuses a number of labels other than that of the images', async () => {
    const context = files(idxBytes([2], Uint8Array.of(0, 1)));
    const folder = context.baseDir;
    const error = {
      code: 'GAN407',
      exitCode: 4,
      message: `${folder}/labels: holds 2 labels for the 3 samples of ${folder}/images`,
      hint: 'Name the labels of these samples, one for each and in their order: both files of the training part, or both of the test part.',
    };
    expect(() => idx.describe(config, context)).toThrow(expect.objectContaining(error));
    await expect(async () => idx.open(config, context)).rejects.toMatchObject(error);
    expect(() => idx.describe(options({ ...config, labels: 'images' }), context)).toThrow(
      expect.objectContaining({
        message: `${folder}/images: holds an array [3, 2, 2], not labels, for the 3 samples of ${folder}/images`,
        hint: 'This is the file of the samples; name that of their labels.',
      }),
    );
  });

  it('takes one-hot rows of labels', async () => {
    const context = files(idxBytes([3, 2], Uint8Array.of(0, 1, 1, 0, 0, 1)));
    const dataset = await idx.open(config, context);
    expect(dataset.classList).toEqual(idx.describe(config, context).classList);
    expect(labelsOf(dataset, [0, 1, 2])).toEqual([1, 0, 1]);
  });

  it('warns of "channelsFirst" for grey images', () => {
    const context = files();
    expect(idx.describe(options({ ...config, channelsFirst: true }), context)).toMatchObject({
      shape: [2, 2, 1],
      warnings: [
        {
          code: 'GAN308',
          message: `"channelsFirst" has no effect: the samples of ${context.baseDir}/images, [2, 2], have no axis of channels`,
          hint: 'Remove it.',
        },
      ],
    });
  });

  it('refuses arrays that are not images', () => {
    const context = files();
    const points = { ...config, images: 'points' };
    expect(() => idx.describe(points, context)).toThrow(
      `${context.baseDir}/points: holds an array [6, 2], not images [count, height, width] or [count, height, width, channels]`,
    );
  });
});
