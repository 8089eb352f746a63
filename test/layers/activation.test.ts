import { describe, expect, it } from 'vitest';
import { activation } from '../../src/layers/activation.js';
import { tf } from '../../src/tf.js';
import { runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('activation', () => {
  it('applies the function of its option', () => {
    const options = { type: 'activation', activation: { type: 'leakyReLU', alpha: 0.5 } };
    expectTensor(runLayer(activation, options, tf.tensor2d([[-2, 3]])).y, [1, 2], [-1, 3]);
  });

  it('leaves the output range to that function', () => {
    expect(activation.outputRange([-2, 3], { type: 'activation' })).toEqual([-2, 3]);
  });
});
