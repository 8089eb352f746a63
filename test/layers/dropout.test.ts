import { describe, expect, it } from 'vitest';
import { dropout } from '../../src/layers/dropout.js';
import { tf } from '../../src/tf.js';
import { rangeAfter, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'dropout', rate: 0.75 };
const x = tf.tensor2d([[1, 2, 3, 4]]);
const keep = tf.tensor2d([[1, 0, 0, 1]], undefined, 'bool');

describe('dropout', () => {
  it('multiplies by the mask and by 1 / (1 − rate)', () => {
    expectTensor(runLayer(dropout, options, x, {}, { random: { keep } }).y, [1, 4], [4, 0, 0, 16]);
  });

  it('draws a mask that is one with probability 1 − rate', () => {
    const { random } = runLayer(dropout, options, x, {}, { random: { keep } });
    expect(random).toEqual([
      { name: 'keep', shape: [1, 4], distribution: { kind: 'bernoulli', probability: 0.25 } },
    ]);
  });

  it('takes a scheduled rate', () => {
    const run = { random: { keep }, scheduled: { rate: tf.scalar(0.5) } };
    const { y, random } = runLayer(dropout, options, x, {}, run);
    expectTensor(y, [1, 4], [2, 0, 0, 8]);
    const distribution = random[0]?.distribution;
    const probability = distribution?.kind === 'bernoulli' ? distribution.probability : 0;
    expectTensor(typeof probability === 'number' ? x : probability, [], [0.5]);
  });

  it('is the identity in inference and at rate 0', () => {
    expect(runLayer(dropout, options, x, {}, { training: false }).y).toBe(x);
    expect(runLayer(dropout, { ...options, rate: 0 }, x).y).toBe(x);
  });

  it('may exceed the bounds of its input', () => {
    expect(rangeAfter(dropout, { ...options, rate: 0.5 }, [-1, 3])).toEqual([-2, 6]);
    expect(rangeAfter(dropout, { ...options, rate: 0.5 }, [1, 3])).toEqual([0, 6]);
  });
});
