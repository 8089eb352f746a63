import { describe, expect, it } from 'vitest';
import { leakyReLU } from '../../src/layers/leakyReLU.js';
import { tf } from '../../src/tf.js';
import { rangeAfter, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('leakyReLU', () => {
  it('multiplies by alpha below zero', () => {
    const { y } = runLayer(leakyReLU, { type: 'leakyReLU' }, tf.tensor2d([[-2, 0, 3]]));
    expectTensor(y, [1, 3], [-0.6, 0, 3]);
  });

  it('multiplies all values by a gain', () => {
    const options = { type: 'leakyReLU', alpha: 0.5, gain: 2 };
    const { y } = runLayer(leakyReLU, options, tf.tensor2d([[-2, 0, 3]]));
    expectTensor(y, [1, 3], [-2, 0, 6]);
    expect(rangeAfter(leakyReLU, options, [-2, 3])).toEqual([-2, 6]);
  });

  it('takes a scheduled alpha', () => {
    const scheduled = { alpha: tf.scalar(0.1) };
    const { y } = runLayer(
      leakyReLU,
      { type: 'leakyReLU' },
      tf.tensor2d([[-2, 0, 3]]),
      {},
      { scheduled },
    );
    expectTensor(y, [1, 3], [-0.2, 0, 3]);
  });

  it('takes its output range from the values at the input bounds', () => {
    const options = { type: 'leakyReLU', alpha: 0.5 };
    expect(rangeAfter(leakyReLU, options, [-2, 3])).toEqual([-1, 3]);
    expect(rangeAfter(leakyReLU, options, [-Infinity, Infinity])).toEqual([-Infinity, Infinity]);
    expect(rangeAfter(leakyReLU, { ...options, alpha: 0 }, [-Infinity, 4])).toEqual([0, 4]);
  });
});
