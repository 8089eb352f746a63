/** Eager tensors on tfjs's plain JavaScript backend, for expected values worked out by hand. */
import '@tensorflow/tfjs-backend-cpu';
import { expect } from 'vitest';
import { tf, type Tensor } from '../../../src/tf.js';

tf.enableProdMode();
await tf.setBackend('cpu');

/** Asserts shape and numbers; numbers may differ by float32 rounding, half of 10^−`digits`. */
export function expectTensor(
  found: Tensor,
  shape: readonly number[],
  values: readonly number[],
  digits = 5,
): void {
  expect(found.shape).toEqual(shape);
  expectNumbers(found.dataSync(), values, digits);
}

/** Asserts numbers one by one. */
export function expectNumbers(
  found: ArrayLike<number>,
  values: readonly number[],
  digits = 5,
): void {
  const close = values.map((value): unknown => expect.closeTo(value, digits));
  expect(Array.from(found)).toEqual(close);
}

/** Whole numbers 0, ±1, ±2, … in a fixed irregular order, as test data that nothing is symmetric under. */
export function irregular(shape: readonly number[]): Tensor {
  const size = shape.reduce((product, one) => product * one, 1);
  return tf.tensor(
    Array.from({ length: size }, (_, i) => ((i * 37 + 11) % 23) - 11),
    [...shape],
  );
}
