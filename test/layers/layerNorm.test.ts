import { describe, expect, it } from 'vitest';
import { layerNorm } from '../../src/layers/layerNorm.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { parametersOf, refusal, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('layerNorm', () => {
  it('normalizes each sample', () => {
    const x = tf.tensor2d([
      [1, 5],
      [2, 2],
    ]);
    const weights = { gamma: tf.tensor1d([2, 3]), beta: tf.tensor1d([1, 0]) };
    const { y } = runLayer(layerNorm, { type: 'layerNorm', epsilon: 5 }, x, weights);
    // First sample: mean 3, variance 4, root 3.
    expectTensor(y, [2, 2], [(-2 / 3) * 2 + 1, (2 / 3) * 3, 1, 0]);
  });

  it('normalizes over several axes jointly', () => {
    const x = tf.tensor4d([0, 2, 4, 6], [1, 1, 2, 2]);
    const options = { type: 'layerNorm', axis: [1, 2, 3], epsilon: 4, scale: false, center: false };
    // Mean 3, variance 5, root 3.
    expectTensor(runLayer(layerNorm, options, x).y, [1, 1, 2, 2], [-1, -1 / 3, 1 / 3, 1]);
  });

  it('broadcasts gamma along the normalized axis', () => {
    const x = tf.tensor3d([1, 2, 5, 2], [1, 2, 2]);
    const options = { type: 'layerNorm', axis: 1, epsilon: 5, center: false };
    const { y } = runLayer(layerNorm, options, x, { gamma: tf.tensor1d([3, 6]) });
    // Along axis 1: (1, 5) has mean 3 and root 3, (2, 2) has mean 2.
    expectTensor(y, [1, 2, 2], [-2, 0, 4, 0]);
  });

  it('has gamma and beta of the sizes of the normalized axes', () => {
    const shapes = (axis: number | number[]) =>
      parametersOf(layerNorm, { type: 'layerNorm', axis }, [7, 5, 3]).map(({ shape }) => shape);
    expect(shapes(-1)).toEqual([[3], [3]]);
    expect(shapes([1, 3])).toEqual([
      [7, 3],
      [7, 3],
    ]);
  });

  it('refuses an axis of size one, such as the channel of a grey image', () => {
    expect(refusal(layerNorm, { type: 'layerNorm' }, [7, 5, 1])).toEqual(
      new LayerShapeError(
        'layerNorm would take each value for its own mean, so that nothing of its input is left',
        'Normalize more values together, or leave the layer out.',
      ),
    );
  });

  it.each([0, 4, -4])('refuses axis %i of an image', (axis) => {
    expect(refusal(layerNorm, { type: 'layerNorm', axis }, [7, 5, 3])).toEqual(
      new LayerShapeError(
        `layerNorm cannot act on axis ${axis} of [7, 5, 3], whose axes are 1 to 3`,
        'Axes are counted from the batch axis 0, which must be left alone; -1 is the last one.',
        'axis',
      ),
    );
  });

  it.each([[[1, 1]], [[-1, 3]]])(
    'refuses the axes %j of an image, which are the same axis',
    (axis) => {
      expect(refusal(layerNorm, { type: 'layerNorm', axis }, [7, 5, 3])).toEqual(
        new LayerShapeError(
          `layerNorm names an axis of [7, 5, 3] twice: ${axis.join(', ')}`,
          'Name every axis once; -1 is the last one.',
          'axis',
        ),
      );
    },
  );
});
