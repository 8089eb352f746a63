import { describe, expect, it } from 'vitest';
import { tanh } from '../../src/layers/tanh.js';
import { tf } from '../../src/tf.js';
import { rangeAfter, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('tanh', () => {
  it('applies its formula to every element', () => {
    const { y } = runLayer(tanh, { type: 'tanh' }, tf.tensor2d([[-1, 0, 2]]));
    expectTensor(y, [1, 3], [-0.761594, 0, 0.964028]);
  });

  it('has an output range that bounds it for any input', () => {
    expect(rangeAfter(tanh, { type: 'tanh' }, [-Infinity, Infinity])).toEqual([-1, 1]);
  });
});
