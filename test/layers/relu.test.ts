import { describe, expect, it } from 'vitest';
import { relu } from '../../src/layers/relu.js';
import { tf } from '../../src/tf.js';
import { rangeAfter, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('relu', () => {
  it('is the function of each value', () => {
    const { y } = runLayer(relu, { type: 'relu' }, tf.tensor2d([[-1, 0, 2]]));
    expectTensor(y, [1, 3], [0, 0, 2]);
  });

  it('bounds its values whatever its input', () => {
    expect(rangeAfter(relu, { type: 'relu' }, [-Infinity, Infinity])).toEqual([0, Infinity]);
  });
});
