import { describe, expect, it } from 'vitest';
import { gaussianNoise } from '../../src/layers/gaussianNoise.js';
import { tf } from '../../src/tf.js';
import { runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'gaussianNoise', stddev: 0.5 };
const x = tf.tensor2d([[1, 2]]);
const noise = tf.tensor2d([[4, -2]]);

describe('gaussianNoise', () => {
  it('adds standard normal noise times stddev in training', () => {
    const { y, random } = runLayer(gaussianNoise, options, x, {}, { random: { noise } });
    expectTensor(y, [1, 2], [3, 1]);
    expect(random).toEqual([
      { name: 'noise', shape: [1, 2], distribution: { kind: 'normal', mean: 0, stddev: 1 } },
    ]);
  });

  it('takes a scheduled stddev', () => {
    const run = { random: { noise }, scheduled: { stddev: tf.scalar(2) } };
    expectTensor(runLayer(gaussianNoise, options, x, {}, run).y, [1, 2], [9, -2]);
  });

  it('is the identity in inference and at stddev zero', () => {
    expect(runLayer(gaussianNoise, options, x, {}, { training: false }).y).toBe(x);
    expect(runLayer(gaussianNoise, { ...options, stddev: 0 }, x).y).toBe(x);
  });
});
