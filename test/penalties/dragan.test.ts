import { describe, expect, it } from 'vitest';
import { dragan } from '../../src/penalties/dragan.js';
import { tf, type Tensor } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { penaltyContext } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('dragan', () => {
  it('takes the gradient norm at real samples with noise of at most half a standard deviation', () => {
    // All four values together have mean 2 and standard deviation 2.
    const real = tf.tensor2d([
      [0, 4],
      [4, 0],
    ]);
    const noise = tf.tensor2d([
      [0, 0.5],
      [1, 0],
    ]);
    const score = (x: Tensor): Tensor => tf.mul(0.5, tf.sum(tf.square(x), 1, true));
    const context = penaltyContext({ real, fake: real }, score, (x) => x, noise);
    const value = dragan.value?.(context, complete('penalty', { type: 'dragan', k: 2 }));
    // D(x) = ½·‖x‖² has the gradient x: norms 4.5 and 5.
    expectTensor(value ?? real, [], [(2.5 ** 2 + 3 ** 2) / 2]);
    expect(context.asked).toEqual([
      { name: 'noise', shape: [2, 2], distribution: { kind: 'uniform', low: 0, high: 1 } },
    ]);
  });
});
