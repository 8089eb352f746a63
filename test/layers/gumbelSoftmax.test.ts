import { describe, expect, it } from 'vitest';
import { gumbelSoftmax } from '../../src/layers/gumbelSoftmax.js';
import { tf } from '../../src/tf.js';
import { rangeAfter, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'gumbelSoftmax' };
const x = tf.tensor2d([[0, Math.log(2)]]);
// g = −log(−log u) is 0 at u = 1 / e.
const uniform = tf.tensor2d([[1 / Math.E, 1 / Math.E]]);

describe('gumbelSoftmax', () => {
  it.each([true, false])('is the softmax of logits and Gumbel noise (training: %s)', (training) => {
    const { y, random } = runLayer(
      gumbelSoftmax,
      options,
      x,
      {},
      { training, random: { uniform } },
    );
    expectTensor(y, [1, 2], [1 / 3, 2 / 3]);
    expect(random).toEqual([
      { name: 'uniform', shape: [1, 2], distribution: { kind: 'uniform', low: 0, high: 1 } },
    ]);
  });

  it('adds −log(−log u) to each logit', () => {
    // u = e^(−1/4) gives g = log 4.
    const random = { uniform: tf.tensor2d([[Math.exp(-1 / 4), 1 / Math.E]]) };
    expectTensor(runLayer(gumbelSoftmax, options, x, {}, { random }).y, [1, 2], [2 / 3, 1 / 3]);
  });

  it('divides by a scheduled temperature', () => {
    const run = { random: { uniform }, scheduled: { temperature: tf.scalar(0.5) } };
    // Logits 0 and 2 log 2.
    expectTensor(runLayer(gumbelSoftmax, options, x, {}, run).y, [1, 2], [1 / 5, 4 / 5]);
  });

  it('gives the one-hot vector of the largest perturbed logit if hard', () => {
    const run = { random: { uniform } };
    expectTensor(runLayer(gumbelSoftmax, { ...options, hard: true }, x, {}, run).y, [1, 2], [0, 1]);
  });

  it('breaks ties in favour of the first category if hard', () => {
    const even = tf.tensor2d([[1, 3, 3, 3]]);
    const run = { random: { uniform: tf.fill([1, 4], 1 / Math.E) } };
    const { y } = runLayer(gumbelSoftmax, { ...options, hard: true }, even, {}, run);
    expectTensor(y, [1, 4], [0, 1, 0, 0]);
  });

  it('stays finite for noise at the ends of its range', () => {
    const run = { random: { uniform: tf.tensor2d([[0, 1]]) } };
    expectTensor(runLayer(gumbelSoftmax, options, x, {}, run).y, [1, 2], [0, 1]);
  });

  it('is random in inference too', () => {
    expect(gumbelSoftmax.randomAtInference).toBe(true);
  });

  it('has the output range from 0 to 1', () => {
    expect(rangeAfter(gumbelSoftmax, options, [-5, 5])).toEqual([0, 1]);
  });
});
