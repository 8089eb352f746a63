import { describe, it } from 'vitest';
import { followedBy, linearMap, shiftMap } from '../../src/ops/affineMap.js';
import { tf, type Tensor } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';

const constant = (values: readonly number[], shape: readonly number[]): Tensor =>
  tf.tensor([...values], [...shape]);

describe('an affine map', () => {
  it('sums matrices weighted per sample or by one number for all samples', () => {
    const terms = [
      [tf.tensor2d([2, 3], [2, 1]), [1, 0, 0, 1]],
      [10, [0, 1, 0, 0]],
    ] as const;
    const { linear, shift } = linearMap(2, terms, constant);
    expectTensor(linear, [2, 2, 2], [2, 10, 0, 2, 3, 10, 0, 3]);
    expectTensor(shift, [1, 2, 1], [0, 0]);
  });

  it('translates each sample by its own shift', () => {
    const { linear, shift } = shiftMap(tf.tensor2d([1, 2, 3, 4], [2, 2]), constant);
    expectTensor(linear, [1, 2, 2], [1, 0, 0, 1]);
    expectTensor(shift, [2, 2, 1], [1, 2, 3, 4]);
  });

  it('composes with another map', () => {
    // x + (1, 2) for one sample and x + (3, 4) for the other, then (x, y) → (2y, x).
    const first = shiftMap(tf.tensor2d([1, 2, 3, 4], [2, 2]), constant);
    const second = linearMap(2, [[1, [0, 2, 1, 0]]], constant);
    const { linear, shift } = followedBy(first, second);
    expectTensor(linear, [1, 2, 2], [0, 2, 1, 0]);
    expectTensor(shift, [2, 2, 1], [4, 1, 8, 3]);
    // In the opposite order the shift comes last.
    const reversed = followedBy(second, first);
    expectTensor(reversed.shift, [2, 2, 1], [1, 2, 3, 4]);
  });
});
