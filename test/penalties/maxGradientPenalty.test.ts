import { describe, it } from 'vitest';
import { maxGradientPenalty } from '../../src/penalties/maxGradientPenalty.js';
import { tf, type Tensor } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { penaltyContext } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('maxGradientPenalty', () => {
  it('is the largest squared gradient norm between real and generated samples', () => {
    const real = tf.tensor2d([
      [3, 4],
      [0, 8],
    ]);
    const fake = tf.tensor2d([
      [0, 0],
      [6, 0],
    ]);
    // D(x) = ½·‖x‖² has the gradient x.
    const score = (x: Tensor): Tensor => tf.mul(0.5, tf.sum(tf.square(x), 1, true));
    const half = tf.tensor2d([[0.5], [0.5]]);
    const context = penaltyContext({ real, fake }, score, (x) => x, half);
    const value = maxGradientPenalty.value?.(context, complete('penalty', 'maxGradientPenalty'));
    // (1.5, 2) and (3, 4)
    expectTensor(value ?? real, [], [25]);
  });
});
