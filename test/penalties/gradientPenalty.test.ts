import { describe, expect, it } from 'vitest';
import { gradientPenalty } from '../../src/penalties/gradientPenalty.js';
import { tf, type Tensor } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { penaltyContext } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = complete('penalty', 'gradientPenalty');
const samples = {
  real: tf.tensor2d([
    [3, 4],
    [0, 8],
  ]),
  fake: tf.tensor2d([
    [0, 0],
    [6, 0],
  ]),
};
const half = tf.tensor2d([[0.5], [0.5]]);
// D(x) = ½·‖x‖² has the gradient x.
const halfSquaredNorm = (x: Tensor): Tensor => tf.mul(0.5, tf.sum(tf.square(x), 1, true));
const identity = (x: Tensor): Tensor => x;

function penalty(context: ReturnType<typeof penaltyContext>, config = options): Tensor {
  const value = gradientPenalty.value?.(context, config);
  if (!value) throw new Error('the penalty has no value');
  return value;
}

describe('gradientPenalty', () => {
  it('is the squared distance of the gradient norm of a linear score function from one', () => {
    const weights = tf.tensor2d([[3, 4]]);
    const score = (x: Tensor): Tensor => tf.sum(tf.mul(x, weights), 1, true);
    const context = penaltyContext(samples, score, (x) => tf.mul(tf.onesLike(x), weights), half);
    // The gradient is (3, 4) everywhere, with norm 5.
    expectTensor(penalty(context), [], [16]);
  });

  it('takes the gradient norm between real and generated samples, mixed per sample', () => {
    const mix = tf.tensor2d([[0.5], [0.25]]);
    // x̂ = (1.5, 2) of norm 2.5, and ¼·(0, 8) + ¾·(6, 0) = (4.5, 2) of norm √24.25
    const expected = (1.5 ** 2 + (Math.sqrt(24.25) - 1) ** 2) / 2;
    expectTensor(penalty(penaltyContext(samples, halfSquaredNorm, identity, mix)), [], [expected]);
  });

  it('penalizes norms on both sides of the target', () => {
    const context = penaltyContext(samples, halfSquaredNorm, identity, half);
    // Norms 2.5 and 5.
    expectTensor(
      penalty(context, { ...options, target: 3 } as typeof options),
      [],
      [(0.25 + 4) / 2],
    );
  });

  it('penalizes only norms above the target if one-sided', () => {
    const context = penaltyContext(samples, halfSquaredNorm, identity, half);
    // Norms 2.5 and 5.
    const config = { ...options, target: 3, oneSided: true } as typeof options;
    expectTensor(penalty(context, config), [], [4 / 2]);
  });

  it('takes the norm of an image over all of its axes', () => {
    const image = (value: number): Tensor => tf.fill([1, 2, 2, 1], value);
    const images = { real: image(1), fake: image(0) };
    const mix = tf.ones([1, 1, 1, 1]);
    const context = penaltyContext(images, (x) => tf.sum(x), identity, mix);
    // Four ones have the norm 2.
    expectTensor(penalty(context), [], [1]);
    expect(context.asked).toEqual([
      { name: 'mix', shape: [1, 1, 1, 1], distribution: { kind: 'uniform', low: 0, high: 1 } },
    ]);
  });

  it('draws mixing factors from a normal distribution, too', () => {
    const context = penaltyContext(samples, halfSquaredNorm, identity, tf.tensor2d([[2], [0]]));
    // x̂ = 2·(3, 4) of norm 10, and (6, 0)
    const expected = (9 ** 2 + 5 ** 2) / 2;
    const config = { ...options, mixing: 'normal' } as typeof options;
    expectTensor(penalty(context, config), [], [expected]);
    expect(context.asked).toEqual([
      { name: 'mix', shape: [2, 1], distribution: { kind: 'normal', mean: 0, stddev: 1 } },
    ]);
  });

  it('assumes that samples are scored independently', () => {
    expect(gradientPenalty.perSample).toBe(true);
  });
});
