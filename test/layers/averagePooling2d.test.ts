import { describe, expect, it } from 'vitest';
import { averagePooling2d } from '../../src/layers/averagePooling2d.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { flopsOf, refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor, irregular } from '../checks/support/cpu.js';

const type = 'averagePooling2d';

describe('averagePooling2d', () => {
  it('takes the mean of adjacent blocks, channel by channel', () => {
    const x = tf.tensor4d([1, 10, 2, 20, 3, 30, 6, 60], [1, 2, 2, 2]);
    expectTensor(runLayer(averagePooling2d, { type }, x).y, [1, 1, 1, 2], [3, 30]);
    const wide = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 4, 1]);
    expectTensor(runLayer(averagePooling2d, { type }, wide).y, [1, 1, 2, 1], [3.5, 5.5]);
  });

  it('divides by the number of pixels inside the image under same padding', () => {
    const x = tf.tensor4d([1, 2, 4, 8, 16, 32, 64, 128, 256], [1, 3, 3, 1]);
    const { y } = runLayer(averagePooling2d, { type }, x);
    // Windows of 4, 2, 2 and 1 pixels.
    expectTensor(y, [1, 2, 2, 1], [27 / 4, 36 / 2, 192 / 2, 256]);
  });

  it('ignores numeric padding, as PyTorch without count_include_pad', () => {
    const options = { type, poolSize: 3, strides: 2, padding: 1 };
    const { y } = runLayer(averagePooling2d, options, irregular([1, 5, 4, 1]));
    // torch.nn.functional.avg_pool2d(x, 3, 2, 1, count_include_pad=False)
    expectTensor(y, [1, 3, 2, 1], [0.5, -1.5, 4, -0.555556, 1.75, -2.166667]);
  });

  it('starts in the padding also for adjacent windows', () => {
    const options = {
      type,
      poolSize: [1, 2],
      padding: [
        [0, 0],
        [1, 0],
      ],
    };
    const x = tf.tensor4d([1, 2, 4, 100], [1, 1, 4, 1]);
    expectTensor(runLayer(averagePooling2d, options, x).y, [1, 1, 2, 1], [1, 3]);
  });

  it('has overlapping windows for strides smaller than the window', () => {
    const options = { type, poolSize: [1, 2], strides: 1, padding: 'valid' };
    const x = tf.tensor4d([1, 3, 7], [1, 1, 3, 1]);
    expectTensor(runLayer(averagePooling2d, options, x).y, [1, 1, 2, 1], [2, 5]);
  });

  it('ignores rows and columns that no window reaches', () => {
    const options = { type, poolSize: [1, 2], padding: 'valid' };
    const x = tf.tensor4d([1, 3, 7, 9, 100], [1, 1, 5, 1]);
    expectTensor(runLayer(averagePooling2d, options, x).y, [1, 1, 2, 1], [2, 8]);
  });

  it('halves an image by default', () => {
    expect(shapeAfter(averagePooling2d, { type }, [28, 7, 3])).toEqual([14, 4, 3]);
  });

  it('counts the values of a window per output value', () => {
    expect(flopsOf(averagePooling2d, { type, poolSize: [3, 2] }, [9, 8, 5])).toBe(6 * 3 * 4 * 5);
  });

  it('refuses windows larger than the padded input', () => {
    expect(refusal(averagePooling2d, { type, poolSize: 5, padding: 'valid' }, [4, 9, 1])).toEqual(
      new LayerShapeError(
        'a poolSize of 5 does not fit into an input of size 4 under "valid" padding',
        'Use "same" padding, or a poolSize of at most 4.',
        'poolSize',
      ),
    );
  });

  it('refuses padding as large as a window', () => {
    expect(refusal(averagePooling2d, { type, padding: 2 }, [4, 4, 1])).toEqual(
      new LayerShapeError(
        'padding of 2 and 2 makes room for windows that see nothing of the input, at a poolSize of 2',
        'Use "same" padding, or at most 1 on each side.',
        'padding',
      ),
    );
  });

  it('refuses an input that is not an image', () => {
    expect(refusal(averagePooling2d, { type }, [9])).toEqual(
      new LayerShapeError(
        'averagePooling2d reads images [height, width, channels], but its input is [9]',
        'Put a reshape to three axes before it.',
      ),
    );
  });
});
