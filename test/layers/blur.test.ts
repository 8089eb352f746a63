import { describe, expect, it } from 'vitest';
import { blur } from '../../src/layers/blur.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'blur', kernel: [1, 3] };

describe('blur', () => {
  it('takes weighted means along rows and columns, with zeros around the image', () => {
    const x = tf.tensor4d([16, 0, 0, 0], [1, 2, 2, 1]);
    // Along either axis the kernel is (1, 3) / 4, reversed as in a mathematical convolution: y₀ = x₀ / 4, y₁ = 3 x₀ / 4 + x₁ / 4.
    expectTensor(runLayer(blur, options, x).y, [1, 2, 2, 1], [1, 3, 3, 9]);
  });

  it('doubles an image without changing its brightness away from the edge', () => {
    const x = tf.tensor4d([4, 4, 8], [1, 1, 3, 1]);
    const { y } = runLayer(blur, { type: 'blur', resize: 'up' }, x);
    // Along the row (3 x + its neighbour) / 4; along the column, with zeros on both sides, 3 / 4.
    const row = [2.25, 3, 3, 3.75, 5.25, 4.5];
    expectTensor(y, [1, 2, 6, 1], [...row, ...row]);
  });

  it('halves an image', () => {
    const x = tf.tensor4d([8, 16, 8, 16, 8, 16, 8, 16], [1, 2, 4, 1]);
    const { y } = runLayer(blur, { type: 'blur', resize: 'down' }, x);
    // Along the row (0, 8, 16, 8) and (16, 8, 16, 0) times (1, 3, 3, 1) / 8; along the column 6 / 8.
    expectTensor(y, [1, 1, 2, 1], [10 * 0.75, 11 * 0.75]);
  });

  it('filters each channel separately', () => {
    const x = tf.tensor4d([4, 8], [1, 1, 1, 2]);
    expectTensor(runLayer(blur, { type: 'blur', kernel: [1, 2, 1] }, x).y, [1, 1, 1, 2], [1, 2]);
  });

  it.each([
    ['none', [5, 7, 3]],
    ['up', [10, 14, 3]],
    ['down', [2, 3, 3]],
  ])('has the output shape of resize %s', (resize, shape) => {
    expect(shapeAfter(blur, { type: 'blur', resize }, [5, 7, 3])).toEqual(shape);
  });

  it('refuses an input that is not an image', () => {
    expect(refusal(blur, options, [100])).toEqual(
      new LayerShapeError(
        'blur reads images [height, width, channels], but its input is [100]',
        'Put a reshape to three axes before it.',
      ),
    );
  });
});
