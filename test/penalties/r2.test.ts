import { describe, expect, it } from 'vitest';
import { r2 } from '../../src/penalties/r2.js';
import { tf, type Tensor } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { penaltyContext } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('r2', () => {
  it('is half the mean squared gradient norm at generated samples', () => {
    const fake = tf.tensor2d([
      [3, 4],
      [1, 1],
    ]);
    // D(x) = ½·‖x‖² has the gradient x.
    const score = (x: Tensor): Tensor => tf.mul(0.5, tf.sum(tf.square(x), 1, true));
    const context = penaltyContext({ real: tf.zeros([2, 2]), fake }, score, (x) => x);
    const value = r2.value?.(context, complete('penalty', 'r2'));
    // ½ · (25 + 2) / 2
    expectTensor(value ?? fake, [], [6.75]);
    expect(r2.perSample).toBe(true);
  });
});
