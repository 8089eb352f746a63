import { describe, expect, it } from 'vitest';
import { drawInto } from '../../src/random/draw.js';

function draw(shape: readonly number[], gain: number): number[] {
  const out = new Float32Array(shape.reduce((product, size) => product * size, 1)).fill(NaN);
  drawInto(out, { kind: 'identity', gain }, shape, { seed: 3, stream: 'kernel', step: 0 });
  return Array.from(out);
}

describe('identityMatrix', () => {
  it('has its gain on the diagonal of a matrix, square or not', () => {
    expect(draw([2, 2], 3)).toEqual([3, 0, 0, 3]);
    expect(draw([2, 3], 1)).toEqual([1, 0, 0, 0, 1, 0]);
    expect(draw([3, 2], 1)).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it('is at the middle of a window', () => {
    expect(draw([3, 1, 1], 2)).toEqual([0, 2, 0]);
    const filters = draw([3, 3, 2, 2], 1);
    // The window's fifth place, of four numbers each.
    expect(filters.slice(16, 20)).toEqual([1, 0, 0, 1]);
    expect(filters.reduce((sum, value) => sum + value, 0)).toBe(2);
  });

  it('is after the middle of an even window', () => {
    expect(draw([2, 4, 1, 1], 1)).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
  });
});
