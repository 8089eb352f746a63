import { describe, expect, it } from 'vitest';
import { instanceNorm } from '../../src/layers/instanceNorm.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { parametersOf, refusal, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('instanceNorm', () => {
  it('normalizes each channel of each sample', () => {
    const x = tf.tensor3d([1, 10, 5, 10, 0, 7, 2, 3], [2, 2, 2]);
    const options = { type: 'instanceNorm', epsilon: 5 };
    const weights = { gamma: tf.tensor1d([3, 1]), beta: tf.tensor1d([1, 0]) };
    const { y } = runLayer(instanceNorm, options, x, weights);
    // (1, 5): mean 3, root √(4 + 5) = 3. (10, 10): mean 10. (0, 2): mean 1, root √6. (7, 3): mean 5, root 3.
    const r = Math.sqrt(6);
    expectTensor(y, [2, 2, 2], [-1, 0, 3, 0, 1 - 3 / r, 2 / 3, 1 + 3 / r, -2 / 3]);
  });

  it('computes the same in training and inference', () => {
    const x = tf.tensor3d([1, 5], [1, 2, 1]);
    const options = { type: 'instanceNorm', epsilon: 5, center: false, scale: false };
    for (const training of [true, false]) {
      expectTensor(
        runLayer(instanceNorm, options, x, {}, { training }).y,
        [1, 2, 1],
        [-2 / 3, 2 / 3],
      );
    }
  });

  it('has one gamma and beta per channel, initially one and zero', () => {
    expect(parametersOf(instanceNorm, { type: 'instanceNorm' }, [7, 5, 3])).toEqual([
      {
        name: 'gamma',
        shape: [3],
        initial: { kind: 'constant', value: 1 },
        trainable: true,
        outputAxes: null,
      },
      {
        name: 'beta',
        shape: [3],
        initial: { kind: 'constant', value: 0 },
        trainable: true,
        outputAxes: null,
      },
    ]);
  });

  it('refuses an image of one pixel, where each value equals its mean', () => {
    expect(refusal(instanceNorm, { type: 'instanceNorm' }, [1, 1, 8])).toEqual(
      new LayerShapeError(
        'instanceNorm would take each value for its own mean, so that nothing of its input is left',
        'Normalize more values together, or leave the layer out.',
      ),
    );
  });

  it('refuses a vector', () => {
    expect(refusal(instanceNorm, { type: 'instanceNorm' }, [100])).toEqual(
      new LayerShapeError(
        'instanceNorm reads images [height, width, channels] or sequences [length, channels], but its input is [100]',
        'Put a reshape before it.',
      ),
    );
  });
});
