import { describe, it } from 'vitest';
import { moveImages } from '../../src/ops/moveImages.js';
import { tf, type Tensor } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';

const constant = (values: readonly number[], shape: readonly number[]): Tensor =>
  tf.tensor([...values], [...shape]);
const column = (...values: number[]): Tensor => tf.tensor2d(values, [values.length, 1]);
// 1 2 3 over 4 5 6
const image = tf.tensor4d([1, 2, 3, 4, 5, 6], [1, 2, 3, 1]);

describe('moveImages', () => {
  it('takes each pixel from the given number of rows below and columns to the right', () => {
    const move = { rows: column(1), columns: column(-1) };
    expectTensor(moveImages(image, move, 'zeros', constant), [1, 2, 3, 1], [0, 4, 5, 0, 0, 0]);
  });

  it('mirrors the image at its outermost pixels', () => {
    const move = { rows: column(1), columns: column(-2) };
    // Rows 1 2 become 1 0, columns −2 −1 0 become 2 1 0.
    expectTensor(moveImages(image, move, 'mirrored', constant), [1, 2, 3, 1], [6, 5, 4, 3, 2, 1]);
  });

  it('flips images before it shifts them', () => {
    const move = { rows: column(0), columns: column(1), flips: column(1) };
    expectTensor(moveImages(image, move, 'zeros', constant), [1, 2, 3, 1], [2, 1, 0, 5, 4, 0]);
  });

  it('moves each image of a batch by its own displacement, all channels alike', () => {
    const two = tf.tensor4d([1, 10, 2, 20, 3, 30, 4, 40], [2, 1, 2, 2]);
    const move = { rows: column(0, 0), columns: column(0, 1), flips: column(1, 0) };
    const expected = [2, 20, 1, 10, 4, 40, 0, 0];
    expectTensor(moveImages(two, move, 'zeros', constant), [2, 1, 2, 2], expected);
  });
});
