import { describe, expect, it } from 'vitest';
import {
  bytesText,
  countText,
  rangeText,
  sampleShapeText,
} from '../../../src/language/resolve/quantityText.js';

describe('quantities as text', () => {
  it.each([
    [[28, 28, 1], '28×28×1'],
    [[100], '100'],
    [[1e300, 2], 'about 1.0e+300×2'],
  ])('writes shape %j as %s', (shape, text) => {
    expect(sampleShapeText(shape)).toBe(text);
  });

  it.each([
    [0, '0'],
    [1256080, '1,256,080'],
    [2 ** 53, 'about 9.0e+15'],
    [Infinity, 'more than 1e+308'],
  ])('writes count %d as %s', (count, text) => {
    expect(countText(count)).toBe(text);
  });

  it.each([
    [784, '784 B'],
    [1024, '1.0 KiB'],
    [3.5 * 2 ** 20, '3.5 MiB'],
    [2 ** 44, '16.0 TiB'],
    [4e24, 'about 4.0e+24 B'],
    [Infinity, 'more than 1e+308 B'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });

  it.each([
    [[-1, 1], '[-1, 1]'],
    [[0, Infinity], '[0, ∞)'],
    [[-Infinity, Infinity], '(-∞, ∞)'],
  ] as const)('writes bounds %j as %s', (range, text) => {
    expect(rangeText(range)).toBe(text);
  });
});
