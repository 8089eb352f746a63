import { describe, expect, it } from 'vitest';
import {
  axisPadding,
  convOutputSize,
  convOutputSizes,
  convTransposeOutputSize,
  spatialPadding,
  spatialPair,
} from '../../src/ir/convGeometry.js';

describe('axisPadding', () => {
  // TensorFlow's SAME padding by hand: total = max((⌈in/s⌉ − 1)·s + k − in, 0), the smaller half first.
  it.each([
    { input: 28, kernel: 5, stride: 2, expected: [1, 2] },
    { input: 7, kernel: 5, stride: 2, expected: [2, 2] },
    { input: 7, kernel: 5, stride: 1, expected: [2, 2] },
    { input: 5, kernel: 4, stride: 1, expected: [1, 2] },
    { input: 6, kernel: 1, stride: 3, expected: [0, 0] },
    { input: 3, kernel: 1, stride: 2, expected: [0, 0] },
  ])('adds $expected for kernel $kernel and stride $stride on $input with same padding', (one) => {
    expect(axisPadding('same', one.input, one.kernel, one.stride)).toEqual(one.expected);
  });

  it('adds nothing with valid padding', () => {
    expect(axisPadding('valid', 28, 5, 2)).toEqual([0, 0]);
  });
});

describe('convOutputSize', () => {
  it('is the rounded-up quotient of size and stride with same padding', () => {
    for (const [input, stride] of [
      [28, 2],
      [7, 2],
      [13, 3],
      [4, 1],
    ] as const) {
      const padding = axisPadding('same', input, 5, stride);
      expect(convOutputSize(input, 5, stride, padding)).toBe(Math.ceil(input / stride));
    }
  });

  it('counts the positions where the kernel fits with valid padding', () => {
    expect(convOutputSize(28, 5, 2, [0, 0])).toBe(12);
    expect(convOutputSize(5, 5, 1, [0, 0])).toBe(1);
  });

  it('is not positive where the kernel does not fit', () => {
    expect(convOutputSize(3, 5, 1, [0, 0])).toBeLessThan(1);
  });

  it('treats height and width separately', () => {
    const padding = spatialPadding('same', [28, 7], [5, 3], [2, 1]);
    expect(padding).toEqual([
      [1, 2],
      [1, 1],
    ]);
    expect(convOutputSizes([28, 7], [5, 3], [2, 1], padding)).toEqual([14, 7]);
  });
});

describe('convTransposeOutputSize', () => {
  it('multiplies by the stride with same padding', () => {
    expect(convTransposeOutputSize('same', 7, 5, 2)).toBe(14);
  });

  // Keras: length·stride + max(kernel − stride, 0).
  it('adds the overhang of the kernel with valid padding', () => {
    expect(convTransposeOutputSize('valid', 7, 5, 2)).toBe(17);
    expect(convTransposeOutputSize('valid', 7, 2, 3)).toBe(21);
  });

  it.each(['same', 'valid'] as const)(
    'inverts the output size of a convolution with %s padding',
    (rule) => {
      for (const [input, kernel, stride] of [
        [7, 5, 2],
        [4, 3, 1],
        [5, 2, 3],
        [1, 4, 4],
      ] as const) {
        const output = convTransposeOutputSize(rule, input, kernel, stride);
        const padding = axisPadding(rule, output, kernel, stride);
        expect(convOutputSize(output, kernel, stride, padding)).toBe(input);
      }
    },
  );
});

describe('spatialPair', () => {
  it('returns height and width of images and filters', () => {
    expect(spatialPair([8, 28, 27, 3], 1)).toEqual([28, 27]);
    expect(spatialPair([5, 4, 3, 64], 0)).toEqual([5, 4]);
  });

  it('refuses a shape without them', () => {
    expect(() => spatialPair([8, 28], 1)).toThrow('the shape [8,28] has no height and width');
  });
});
