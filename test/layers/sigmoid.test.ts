import { describe, expect, it } from 'vitest';
import { sigmoid } from '../../src/layers/sigmoid.js';
import { tf } from '../../src/tf.js';
import { rangeAfter, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('sigmoid', () => {
  it('applies its formula to every element', () => {
    const { y } = runLayer(sigmoid, { type: 'sigmoid' }, tf.tensor2d([[-1, 0, 2]]));
    expectTensor(y, [1, 3], [0.268941, 0.5, 0.880797]);
  });

  it('has an output range that bounds it for any input', () => {
    expect(rangeAfter(sigmoid, { type: 'sigmoid' }, [-Infinity, Infinity])).toEqual([0, 1]);
  });
});
