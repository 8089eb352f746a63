import { describe, expect, it } from 'vitest';
import { waysFile } from '../../../src/runs/pictures/waysFile.js';
import { readPng } from './readPng.js';

describe('waysFile', () => {
  it('draws all points of the plane, also those far outside of the real ones', async () => {
    const read = (indices: readonly number[], target: Float32Array): void => {
      target.set([-1, 0, 1, 0, 0, 1].slice(0, 2 * indices.length));
    };
    const { extension, bytes } = await waysFile(
      {
        samples: { dtype: 'float32', data: Float32Array.of(-100, 0, 0, 0, 100, 0), shape: [3, 2] },
        ways: [{ name: '1: 60%', stops: ['-3', '0', '3'] }],
        travellers: 1,
      },
      {
        range: [-1, 1],
        names: [],
        openEncoder: () => Promise.resolve(undefined),
        openDataset: () =>
          Promise.resolve({ shape: [2], range: null, count: 3, classes: null, read }),
      },
    );
    expect(extension).toBe('png');
    // The pictures are 512 pixels wide, with margins of 15 % and points of 3 pixels in blue.
    const middle = readPng(bytes).rows[256] ?? [];
    const blue = Array.from({ length: 512 }, (_, x) => x).filter(
      (x) => [...middle.slice(3 * x, 3 * x + 3)].join() === '31,119,180',
    );
    expect(blue).toEqual([75, 76, 77, 255, 256, 257, 434, 435, 436]);
  });
});
