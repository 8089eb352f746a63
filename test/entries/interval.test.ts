import { expect, it } from 'vitest';
import { shortened } from '../../src/entries/interval.js';

it.each([
  [
    [0, 255],
    [0, 255],
  ],
  [
    [-0.0123456, 0.98765],
    [-0.0124, 0.988],
  ],
  [
    [1234.5, 98765.4],
    [1230, 98800],
  ],
  [
    [-Infinity, 1e-300 / 3],
    [-Infinity, 3.34e-301],
  ],
] as const)('%j is shortened to %j, which holds the same values', (bounds, expected) => {
  const [low, high] = shortened(bounds);
  expect(low).toBeCloseTo(expected[0], 10);
  expect(high).toBeCloseTo(expected[1], 10);
  expect([low <= bounds[0], high >= bounds[1]]).toEqual([true, true]);
});
