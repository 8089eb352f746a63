import { describe, expect, it } from 'vitest';
import { r1 } from '../../src/penalties/r1.js';
import { tf, type Tensor } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { penaltyContext } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('r1', () => {
  it('is half the mean squared gradient norm at real samples', () => {
    const real = tf.tensor2d([
      [3, 4],
      [1, 1],
    ]);
    // D(x) = ½·‖x‖² has the gradient x.
    const score = (x: Tensor): Tensor => tf.mul(0.5, tf.sum(tf.square(x), 1, true));
    const context = penaltyContext({ real, fake: tf.zeros([2, 2]) }, score, (x) => x);
    const value = r1.value?.(context, complete('penalty', 'r1'));
    // ½ · (25 + 2) / 2
    expectTensor(value ?? real, [], [6.75]);
    expect(context.asked).toEqual([]);
  });

  it('assumes that samples are scored independently', () => {
    expect(r1.perSample).toBe(true);
  });
});
