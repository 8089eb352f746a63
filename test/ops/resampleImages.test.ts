import { describe, expect, it } from 'vitest';
import type { AffineMap } from '../../src/ops/affineMap.js';
import { resampleImages } from '../../src/ops/resampleImages.js';
import { tf, type Tensor } from '../../src/tf.js';
import { expectTensor, irregular } from '../checks/support/cpu.js';
import {
  differentiated,
  expectGradients,
  type ScalarFunction,
} from '../oracle/finiteDifferences.js';

type Numbers = readonly number[];

const constant = (values: Numbers, shape: Numbers): Tensor => tf.tensor([...values], [...shape]);

/** Maps from 2 × 2 matrices and shifts, one for every four numbers of the matrices. */
function mapOf(linear: Numbers, shift: Numbers): AffineMap {
  const batch = linear.length / 4;
  return { linear: constant(linear, [batch, 2, 2]), shift: constant(shift, [batch, 2, 1]) };
}

const identity = [1, 0, 0, 1];
const quarter = [0, -1, 1, 0];
// 1 2 3 over 4 5 6 over 7 8 9
const square = constant([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);

describe('resampleImages', () => {
  it('returns the images unchanged for the identity, to the last bit', () => {
    const images = tf.div(irregular([2, 4, 5, 3]), 7);
    const found = resampleImages(images, mapOf(identity, [0, 0]), constant);
    expect(found.shape).toEqual([2, 4, 5, 3]);
    expect(found.dataSync()).toEqual(images.dataSync());
  });

  it('rotates by 90 degrees', () => {
    // The pixel right of the centre takes the value of the pixel below the centre.
    const found = resampleImages(square, mapOf(quarter, [0, 0]), constant);
    expectTensor(found, [1, 3, 3, 1], [3, 6, 9, 2, 5, 8, 1, 4, 7]);
  });

  it('rotates by 45 degrees', () => {
    const spot = constant([0, 0, 0, 0, 1, 0, 0, 0, 0], [1, 3, 3, 1]);
    const h = Math.SQRT1_2;
    const found = resampleImages(spot, mapOf([h, -h, h, h], [0, 0]), constant);
    // Edge pixels are sampled at distance (h, h) from the centre, which has weight (1 − h)² there; corners at distance √2
    // along an axis, reflected to 2 − √2, where the centre has weight √2 − 1.
    const side = (1 - h) ** 2;
    const corner = Math.SQRT2 - 1;
    const row = [corner, side, corner];
    expectTensor(found, [1, 3, 3, 1], [...row, side, 1, side, ...row]);
  });

  it('enlarges by two around the centre', () => {
    const found = resampleImages(square, mapOf([0.5, 0, 0, 0.5], [0, 0]), constant);
    expectTensor(found, [1, 3, 3, 1], [3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7]);
  });

  it('shrinks by two and mirrors beyond the edges', () => {
    const line = constant([1, 2, 3, 4, 5], [1, 1, 5, 1]);
    // Positions −2 0 2 4 6, of which the outer two are reflected to 2.
    const found = resampleImages(line, mapOf([2, 0, 0, 2], [0, 0]), constant);
    expectTensor(found, [1, 1, 5, 1], [3, 1, 3, 5, 3]);
  });

  it('shifts by half a pixel', () => {
    const found = resampleImages(square, mapOf(identity, [0.5, 0]), constant);
    // Beyond 3 comes 2 again, so the last pixel of each row lies between the same two values.
    expectTensor(found, [1, 3, 3, 1], [1.5, 2.5, 2.5, 4.5, 5.5, 5.5, 7.5, 8.5, 8.5]);
  });

  it.each([
    // A mirrored line of three pixels has the period four.
    [4, [1, 2, 3]],
    [-40, [1, 2, 3]],
    [6, [3, 2, 1]],
    [-1, [2, 1, 2]],
    [1001.25, [2.25, 2.75, 1.75]],
  ])('reflects repeatedly at a shift of %d', (shift, expected) => {
    const line = constant([1, 2, 3], [1, 1, 3, 1]);
    expectTensor(
      resampleImages(line, mapOf(identity, [shift, 0]), constant),
      [1, 1, 3, 1],
      expected,
    );
  });

  it('moves each image of a batch by its own map, all channels alike', () => {
    const images = constant([1, 10, 2, 20, 3, 30, 4, 40, 1, 10, 2, 20, 3, 30, 4, 40], [2, 2, 2, 2]);
    const map = mapOf([...identity, ...quarter], [0, 1, 0, 0]);
    const moved = [3, 30, 4, 40, 1, 10, 2, 20];
    const rotated = [2, 20, 4, 40, 1, 10, 3, 30];
    expectTensor(resampleImages(images, map, constant), [2, 2, 2, 2], [...moved, ...rotated]);
  });

  it('rotates images that are not square around their centre', () => {
    const line = constant([1, 2, 3], [1, 1, 3, 1]);
    // An axis of one pixel reflects every position to it.
    const across = resampleImages(line, mapOf(quarter, [0, 0]), constant);
    expectTensor(across, [1, 1, 3, 1], [2, 2, 2]);
    const wide = constant([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 4, 1]);
    // Columns 2 and 1 of the rows −1 0 1 2, which are reflected to 1 0 1 0.
    const found = resampleImages(wide, mapOf(quarter, [0, 0]), constant);
    expectTensor(found, [1, 2, 4, 1], [7, 3, 7, 3, 6, 2, 6, 2]);
  });

  const cubedSum: ScalarFunction = (recorder, [images = tf.scalar(0)]) => {
    const fixed = (values: Numbers, shape: Numbers): Tensor =>
      recorder.constant({ dtype: 'float32', shape, data: Float32Array.from(values) });
    const map = {
      linear: fixed([0.9, -0.5, 0.4, 1.2, -0.3, 0.8, -1.1, 0.2], [2, 2, 2]),
      shift: fixed([0.3, -1.7, 5.2, 0.6], [2, 2, 1]),
    };
    return tf.sum(tf.pow(resampleImages(images, map, fixed), 3));
  };
  const variables = [{ name: 'images', shape: [2, 3, 4, 2] }];
  const feeds = new Map([['images', Float64Array.from({ length: 48 }, (_, i) => Math.sin(i))]]);

  it('has the gradient of finite differences', () => {
    expectGradients(variables, cubedSum, feeds);
  });

  it('has the second derivative of finite differences', () => {
    expectGradients(variables, differentiated(cubedSum), feeds);
  });
});
