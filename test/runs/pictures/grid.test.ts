import { describe, expect, it } from 'vitest';
import { imageGrid } from '../../../src/runs/pictures/grid.js';

/** The picture's rows as text: a number for each pixel, `.` for a gap. */
function rowsOf({ width, height, channels, pixels }: ReturnType<typeof imageGrid>): string[] {
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => {
      const pixel = [
        ...pixels.subarray((y * width + x) * channels, (y * width + x + 1) * channels),
      ];
      return pixel.every((value) => value === 96) ? '.' : pixel.join('/');
    }).join(' '),
  );
}

describe('imageGrid', () => {
  it('puts images in near-square rows with gaps of two pixels', () => {
    const images = Float32Array.of(-1, 1, -1, 1, -1, 1);
    expect(rowsOf(imageGrid(images, [3, 1, 2, 1], [-1, 1]))).toEqual([
      '. . . . . . . . . .',
      '. . . . . . . . . .',
      '. . 0 255 . . 0 255 . .',
      '. . . . . . . . . .',
      '. . . . . . . . . .',
      '. . 0 255 . . . . . .',
      '. . . . . . . . . .',
      '. . . . . . . . . .',
    ]);
  });

  it('keeps the channels of a pixel together', () => {
    const [, , row] = rowsOf(
      imageGrid(Float32Array.of(-1, 0, 1, 1, -1, -1), [1, 1, 2, 3], [-1, 1]),
    );
    // (0 + 1)·127.5 = 127.5, rounded to even.
    expect(row).toBe('. . 0/128/255 255/0/0 . .');
  });

  it('clips what lies outside [-1, 1] and shows NaN as black', () => {
    const [, , row] = rowsOf(
      imageGrid(Float32Array.of(-7, 7, NaN, Infinity), [1, 1, 4, 1], [-1, 1]),
    );
    expect(row).toBe('. . 0 255 0 255 . .');
  });

  it('makes 64 images of 28 pixels a square of 242', () => {
    const { width, height } = imageGrid(new Float32Array(64 * 784), [64, 28, 28, 1], [-1, 1]);
    expect([width, height]).toEqual([8 * 30 + 2, 8 * 30 + 2]);
  });

  it('refuses samples that are no images', () => {
    expect(() => imageGrid(new Float32Array(8), [1, 2, 2, 2], [-1, 1])).toThrow(
      'images of shape [1, 2, 2, 2] have no picture',
    );
  });
});
