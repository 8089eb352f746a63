import { describe, expect, it } from 'vitest';
import { maxout } from '../../src/layers/maxout.js';
import { tf } from '../../src/tf.js';
import { flopsOf, parametersOf, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'maxout', units: 2, pieces: 2 };

describe('maxout', () => {
  it('takes the maximum of the linear functions of each unit', () => {
    const weights = { kernel: tf.tensor2d([[1, -1, 2, 3]]), bias: tf.tensor1d([0, 0, 0, 5]) };
    const { y } = runLayer(maxout, options, tf.tensor2d([[2], [-4]]), weights);
    // Unit 0: |x|. Unit 1: 2x or 3x + 5.
    expectTensor(y, [2, 2], [2, 11, 4, -7]);
  });

  it('acts on the last axis of inputs of any rank', () => {
    const bare = { ...options, units: 1, useBias: false };
    const x = tf.tensor3d([1, 0, 0, -1], [1, 2, 2]);
    const kernel = tf.tensor2d([
      [1, 2],
      [3, 4],
    ]);
    expectTensor(runLayer(maxout, bare, x, { kernel }).y, [1, 2, 1], [2, -3]);
    expect(shapeAfter(maxout, bare, [7, 3])).toEqual([7, 1]);
  });

  it('has a kernel [in, units · pieces] and a bias [units · pieces]', () => {
    expect(parametersOf(maxout, { type: 'maxout', units: 200 }, [2])).toMatchObject([
      { name: 'kernel', shape: [2, 1000], trainable: true },
      { name: 'bias', shape: [1000], trainable: true },
    ]);
  });

  it('counts two operations per weight', () => {
    expect(flopsOf(maxout, { type: 'maxout', units: 200 }, [2])).toBe(2 * 2 * 1000);
  });
});
