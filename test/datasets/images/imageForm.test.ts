import { describe, expect, it } from 'vitest';
import { deliveredShape, imageWriter } from '../../../src/datasets/images/imageForm.js';

function written(shape: number[], resize: number[] | null, range: [number, number]): number[] {
  const out = new Float32Array(deliveredShape(shape, { resize }).reduce((a, b) => a * b, 1));
  // The image does not start at the first byte.
  const bytes = Uint8Array.of(99, 0, 51, 102, 255, 255, 0, 204, 153);
  imageWriter(shape, { range, resize, flip: false })(bytes.subarray(1), out);
  return [...out];
}

describe('the conversion of images', () => {
  it('maps bytes linearly to the range', () => {
    const expected = [0, 0.2, 0.4, 1, 1, 0, 0.8, 0.6].map(Math.fround);
    expect(written([2, 4, 1], null, [0, 1])).toEqual(expected);
    const signed = written([2, 4, 1], null, [-1, 1]);
    signed.forEach((value, i) => {
      expect(value).toBeCloseTo(2 * (expected[i] ?? NaN) - 1, 6);
    });
  });

  it('averages each channel separately over the pixel areas of a smaller image', () => {
    // Two rows of two pixels with two channels become one pixel: mean of bytes 0, 102, 255, 204 and of 51, 255, 0, 153.
    const [first, second] = written([2, 2, 2], [1, 1], [0, 1]);
    expect(first).toBeCloseTo(140.25 / 255, 6);
    expect(second).toBeCloseTo(114.75 / 255, 6);
  });

  it('resizes height and width by different factors', () => {
    // Rows 0 51 102 255 and 255 0 204 153: pairs averaged along the width, heights doubled linearly.
    const rows = written([2, 4, 1], [4, 2], [0, 255]);
    const [top, bottom] = [
      [25.5, 178.5],
      [127.5, 178.5],
    ];
    const expected = [top, [51, 178.5], [102, 178.5], bottom].flat();
    expect(rows).toHaveLength(expected.length);
    rows.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] ?? NaN, 3);
    });
  });

  it('maps the bounds of the levels to the range', () => {
    const out = new Float32Array(3);
    const form = { range: [-1, 1], resize: null, flip: false, bounds: [0, 4] } as const;
    imageWriter([1, 3, 1], form)(Uint8Array.of(0, 3, 4), out);
    expect([...out]).toEqual([-1, 0.5, 1]);
  });

  it('takes planes of channels apart into pixels, also where it resizes', () => {
    const form = { range: [0, 255], resize: null, flip: false, channelsFirst: true } as const;
    const planes = Uint8Array.of(0, 10, 1, 11, 2, 12);
    const out = new Float32Array(6);
    imageWriter([1, 2, 3], form)(planes, out);
    expect([...out]).toEqual([0, 1, 2, 10, 11, 12]);
    const mean = new Float32Array(3);
    imageWriter([1, 2, 3], { ...form, resize: [1, 1] })(planes, mean);
    expect([...mean]).toEqual([5, 6, 7]);
  });

  it('takes one size for height and width', () => {
    expect(deliveredShape([28, 20, 3], { resize: 16 })).toEqual([16, 16, 3]);
    expect(deliveredShape([28, 20, 3], { resize: [8, 16] })).toEqual([8, 16, 3]);
    expect(deliveredShape([28, 20, 3], { resize: null })).toEqual([28, 20, 3]);
  });
});
