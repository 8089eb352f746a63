import { describe, expect, it } from 'vitest';
import { resizeBilinear } from '../../src/evaluation/resizeBilinear.js';

/** 0, 1, 2.83, 5.20, … in three rows of four. */
const image = Float32Array.from({ length: 12 }, (_, i) => i ** 1.5);

/**
 * PyTorch 2.15: `torch.nn.functional.interpolate(torch.arange(12.).reshape(1, 1, 3, 4) ** 1.5, size, mode="bilinear", antialias=True)`.
 */
const ofTorch = [
  {
    size: [5, 6],
    values: [
      ...[0, 0.5, 1.3047, 2.5237, 4.0123, 5.1962, 3.2, 4.1361, 5.4894, 7.1585, 9.0508, 10.5258],
      ...[8, 9.5902, 11.7664, 14.1108, 16.6086, 18.5203],
      ...[16.7765, 18.7243, 21.3689, 24.1557, 27.0751, 29.2978],
      ...[22.6274, 24.8137, 27.7705, 30.8523, 34.0528, 36.4829],
    ],
  },
  { size: [2, 2], values: [4.3903, 8.1762, 19.9864, 26.5907] },
  {
    size: [3, 7],
    values: [
      ...[0, 0.3571, 0.9286, 1.9142, 2.9976, 4.3505, 5.1962],
      ...[8, 9.1358, 10.9532, 12.9386, 14.97, 17.1548, 18.5203],
      ...[22.6274, 24.1891, 26.6877, 29.3114, 31.9699, 34.7471, 36.4829],
    ],
  },
  { size: [2, 3], values: [3.5453, 6.0484, 9.3186, 18.3198, 23.1716, 28.4055] },
] as const;

describe('resizeBilinear', () => {
  it.each(ofTorch)('gives the numbers of PyTorch at $size', ({ size, values }) => {
    const [height, width] = size;
    const found = resizeBilinear(image, [3, 4, 1], { height, width });
    expect(found).toHaveLength(values.length);
    values.forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 3);
    });
  });

  it('resizes each channel of each image by itself', () => {
    const images = Float32Array.from(
      { length: 48 },
      (_, i) =>
        // Two images of two channels, of which the second is the negative of the first.
        (i % 2 === 0 ? 1 : -1) * ((i >> 1) % 12) ** 1.5 * (i < 24 ? 1 : 2),
    );
    const found = resizeBilinear(images, [3, 4, 2], { height: 2, width: 2 });
    const one = resizeBilinear(image, [3, 4, 1], { height: 2, width: 2 });
    const expected = [1, 2].flatMap((times) => [...one].flatMap((v) => [times * v, -times * v]));
    expect([...found]).toEqual(expected.map((value) => expect.closeTo(value, 4) as number));
  });

  it('leaves images of the right size', () => {
    expect(resizeBilinear(image, [3, 4, 1], { height: 3, width: 4 })).toBe(image);
  });
});
