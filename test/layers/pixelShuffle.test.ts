import { describe, expect, it } from 'vitest';
import { pixelShuffle } from '../../src/layers/pixelShuffle.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor, irregular } from '../checks/support/cpu.js';

describe('pixelShuffle', () => {
  it('arranges the channels of a pixel as rows, columns and channels of a block', () => {
    const x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 1, 8]);
    const { y } = runLayer(pixelShuffle, { type: 'pixelShuffle' }, x);
    expectTensor(y, [1, 2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('places each block at the position of its pixel', () => {
    const x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 2, 4]);
    const { y } = runLayer(pixelShuffle, { type: 'pixelShuffle' }, x);
    expectTensor(y, [1, 2, 4, 1], [1, 2, 5, 6, 3, 4, 7, 8]);
  });

  it('agrees with depth_to_space of TensorFlow', () => {
    const x = tf.reshape(irregular([2, 2, 3, 18]), [2, 2, 3, 18]);
    const { y } = runLayer(pixelShuffle, { type: 'pixelShuffle', factor: 3 }, x);
    const expected = tf.depthToSpace(tf.tensor4d([...x.dataSync()], [2, 2, 3, 18]), 3);
    expectTensor(y, [2, 6, 9, 2], [...expected.dataSync()]);
  });

  it('divides the channels by factor²', () => {
    expect(shapeAfter(pixelShuffle, { type: 'pixelShuffle' }, [7, 4, 256])).toEqual([14, 8, 64]);
  });

  it('refuses channels not divisible by factor², and an input that is not an image', () => {
    const options = { type: 'pixelShuffle', factor: 3 };
    expect(refusal(pixelShuffle, options, [7, 7, 64])).toEqual(
      new LayerShapeError(
        'pixelShuffle by 3 makes 9 pixels of each, but its input has 64 channels',
        'Let the layer before it give a multiple of 9 channels.',
        'factor',
      ),
    );
    expect(refusal(pixelShuffle, options, [9])).toEqual(
      new LayerShapeError(
        'pixelShuffle reads images [height, width, channels], but its input is [9]',
        'Put a reshape to three axes before it.',
      ),
    );
  });
});
