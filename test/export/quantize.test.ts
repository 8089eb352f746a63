import { expect, it } from 'vitest';
import { fromFloat16, toFloat16 } from '../../src/export/float16.js';
import { quantize } from '../../src/export/quantize.js';

it.each([
  // Patterns of IEEE 754, by hand: sign, 5 bits of exponent + 15, 10 bits of mantissa.
  [0, 0x0000],
  [-0, 0x8000],
  [1, 0x3c00],
  [-2, 0xc000],
  [0.333251953125, 0x3555],
  [65504, 0x7bff],
  [1e6, 0x7bff],
  [2 ** -14, 0x0400],
  [2 ** -24, 0x0001],
  [2 ** -25, 0x0000],
  [1 + 2 ** -11, 0x3c00],
  [1 + 3 * 2 ** -11, 0x3c02],
  [2 - 2 ** -12, 0x4000],
])('%d is the half-precision number %d', (value, half) => {
  expect(toFloat16(value)).toBe(half);
});

it('reads every finite half-precision number as it was written', () => {
  for (let half = 0; half < 0x10000; half += 1) {
    if ((half & 0x7c00) !== 0x7c00) expect(toFloat16(fromFloat16(half))).toBe(half);
  }
});

it('spreads uint8 from the least to the greatest number, with 0 among the steps', () => {
  const data = Float32Array.of(-1, 0, 0.5, 1.55);
  const found = quantize({ dtype: 'float32', shape: [2, 2], data }, 'uint8');
  // (1.55 + 1) / 255 = 0.01 a step.
  expect(found.quantization.scale).toBeCloseTo(0.01, 8);
  expect(found.quantization.min).toBeCloseTo(-1, 6);
  expect([...found.data]).toEqual([0, 100, 150, 255]);
  expect(found.restored.data[1]).toBe(0);
});

it('keeps a tensor of one number', () => {
  const data = Float32Array.of(3, 3);
  const { quantization, restored } = quantize({ dtype: 'float32', shape: [1, 2], data }, 'uint16');
  expect(quantization).toEqual({ dtype: 'uint16', min: 3, scale: 1 });
  expect(restored.data).toEqual(data);
});
