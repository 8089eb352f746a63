import { describe, expect, it } from 'vitest';
import { learnedConstant } from '../../src/layers/learnedConstant.js';
import { tf } from '../../src/tf.js';
import { parametersOf, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'learnedConstant', shape: [2, 2] };

describe('learnedConstant', () => {
  it('gives each sample the same tensor for any input', () => {
    const constant = tf.tensor2d([
      [1, 2],
      [3, 4],
    ]);
    const { y } = runLayer(learnedConstant, options, tf.tensor2d([[7], [8]]), { constant });
    expectTensor(y, [2, 2, 2], [1, 2, 3, 4, 1, 2, 3, 4]);
  });

  it('has the shape of its option', () => {
    expect(shapeAfter(learnedConstant, options, [100])).toEqual([2, 2]);
  });

  it('has one trained tensor, initially normal, which is not a kernel', () => {
    expect(parametersOf(learnedConstant, options, [100])).toEqual([
      {
        name: 'constant',
        shape: [2, 2],
        initial: { kind: 'normal', mean: 0, stddev: 1 },
        trainable: true,
        outputAxes: null,
      },
    ]);
  });
});
