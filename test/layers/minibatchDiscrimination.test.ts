import { describe, expect, it } from 'vitest';
import { minibatchDiscrimination } from '../../src/layers/minibatchDiscrimination.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { parametersOf, refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'minibatchDiscrimination', kernels: 2, dims: 1 };

describe('minibatchDiscrimination', () => {
  it('appends the similarity of each sample to the whole batch, including itself', () => {
    const x = tf.tensor2d([[0], [1], [3]]);
    const { y } = runLayer(minibatchDiscrimination, options, x, { kernel: tf.tensor2d([[1, -2]]) });
    const e = Math.exp;
    expectTensor(
      y,
      [3, 3],
      [
        ...[0, 1 + e(-1) + e(-3), 1 + e(-2) + e(-6)],
        ...[1, 1 + e(-1) + e(-2), 1 + e(-2) + e(-4)],
        ...[3, 1 + e(-3) + e(-2), 1 + e(-6) + e(-4)],
      ],
    );
  });

  it('sums absolute differences over the dimensions of a kernel', () => {
    const x = tf.tensor2d([[0], [1]]);
    const weights = { kernel: tf.tensor2d([[1, -2]]) };
    const { y } = runLayer(
      minibatchDiscrimination,
      { ...options, kernels: 1, dims: 2 },
      x,
      weights,
    );
    expectTensor(y, [2, 2], [0, 1 + Math.exp(-3), 1, 1 + Math.exp(-3)]);
  });

  it('has a kernel [features, kernels · dims]', () => {
    const wide = { type: 'minibatchDiscrimination' };
    expect(parametersOf(minibatchDiscrimination, wide, [128])).toMatchObject([
      { name: 'kernel', shape: [128, 500], trainable: true },
    ]);
    expect(shapeAfter(minibatchDiscrimination, wide, [128])).toEqual([228]);
  });

  it('mixes the samples of a batch', () => {
    expect(minibatchDiscrimination.acrossBatch).toBe(true);
  });

  it('refuses an input that is not a vector', () => {
    expect(refusal(minibatchDiscrimination, options, [4, 4, 2])).toEqual(
      new LayerShapeError(
        'minibatchDiscrimination reads vectors, but its input is [4, 4, 2]',
        'Put a flatten before it.',
      ),
    );
  });
});
