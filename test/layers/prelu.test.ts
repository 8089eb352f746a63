import { describe, expect, it } from 'vitest';
import { prelu } from '../../src/layers/prelu.js';
import { tf } from '../../src/tf.js';
import { parametersOf, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'prelu' };
const x = tf.tensor3d([1, -2, -3, 4, 0, -6], [1, 3, 2]);

describe('prelu', () => {
  it('multiplies negative values by the slope of their channel', () => {
    const { y } = runLayer(prelu, options, x, { alpha: tf.tensor1d([0.5, 0.1]) });
    expectTensor(y, [1, 3, 2], [1, -0.2, -1.5, 4, 0, -0.6]);
  });

  it('has one slope for all channels if perChannel is false', () => {
    const shared = { ...options, perChannel: false };
    const { y } = runLayer(prelu, shared, x, { alpha: tf.tensor1d([-0.5]) });
    expectTensor(y, [1, 3, 2], [1, 1, 1.5, 4, 0, 3]);
    expect(parametersOf(prelu, shared, [7, 7, 64])).toMatchObject([{ shape: [1] }]);
  });

  it('starts with slopes of 0.25', () => {
    expect(parametersOf(prelu, options, [7, 7, 64])).toEqual([
      { name: 'alpha', shape: [64], initial: { kind: 'constant', value: 0.25 }, trainable: true },
    ]);
  });
});
