import { expect, it } from 'vitest';
import { between } from '../../src/random/between.js';

const [a, b] = [Float32Array.of(1, 0), Float32Array.of(0, 2)];

it('turns normal vectors at a constant angle', () => {
  const third = [...between(a, b, 1 / 3, 'normal')];
  expect(third).toEqual([
    expect.closeTo(Math.sin(Math.PI / 3), 6),
    expect.closeTo(2 * Math.sin(Math.PI / 6), 6),
  ]);
  expect([...between(a, b, 0, 'normal')]).toEqual([1, 0]);
  expect([...between(a, b, 1, 'normal')]).toEqual([expect.closeTo(0, 6), 2]);
});

it('goes straight where there is no arc, and between numbers that are not normal', () => {
  expect([...between(Float32Array.of(3, 0), Float32Array.of(-3, 0), 0.25, 'normal')]).toEqual([
    1.5, 0,
  ]);
  expect([...between(a, b, 0.5, 'uniform')]).toEqual([0.5, 1]);
});
