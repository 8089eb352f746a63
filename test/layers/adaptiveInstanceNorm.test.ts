import { describe, expect, it } from 'vitest';
import { adaptiveInstanceNorm } from '../../src/layers/adaptiveInstanceNorm.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { parametersOf, refusal, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'adaptiveInstanceNorm', epsilon: 5 };

describe('adaptiveInstanceNorm', () => {
  it('normalizes each channel of each sample and takes gain and offset from the style', () => {
    const x = tf.tensor3d([1, 5, 1, 5], [2, 2, 1]);
    const style = tf.tensor2d([
      [1, 0],
      [2, 1],
    ]);
    const weights = {
      gamma: tf.tensor1d([1]),
      beta: tf.tensor1d([0]),
      gammaKernel: tf.tensor2d([[2], [-5]]),
      betaKernel: tf.tensor2d([[10], [1]]),
    };
    // Normalized ∓2/3. Gains 1 + 2 and 1 + 4 − 5, offsets 10 and 20 + 1.
    expectTensor(
      runLayer(adaptiveInstanceNorm, options, [x, style], weights).y,
      [2, 2, 1],
      [8, 12, 21, 21],
    );
  });

  it('starts with gain one and offset zero, and has kernels that map the style to both', () => {
    const [gamma, beta, ...kernels] = parametersOf(adaptiveInstanceNorm, options, [4, 4, 8], [16]);
    expect(gamma).toMatchObject({ shape: [8], initial: { value: 1 }, outputAxes: null });
    expect(beta).toMatchObject({ shape: [8], initial: { value: 0 }, outputAxes: null });
    expect(kernels).toMatchObject([
      {
        name: 'gammaKernel',
        shape: [16, 8],
        trainable: true,
        initial: { kind: 'truncatedNormal' },
      },
      { name: 'betaKernel', shape: [16, 8], trainable: true, initial: { kind: 'truncatedNormal' } },
    ]);
  });

  it('refuses an image of one pixel, where each value equals its mean', () => {
    expect(refusal(adaptiveInstanceNorm, options, [1, 1, 8], [16])).toEqual(
      new LayerShapeError(
        'adaptiveInstanceNorm would take each value for its own mean, so that nothing of its input is left',
        'Normalize more values together, or leave the layer out.',
      ),
    );
  });

  it('refuses a vector', () => {
    expect(refusal(adaptiveInstanceNorm, { type: 'adaptiveInstanceNorm' }, [100], [16])).toEqual(
      new LayerShapeError(
        'adaptiveInstanceNorm reads images [height, width, channels] or sequences [length, channels], but its input is [100]',
        'Put a reshape before it.',
      ),
    );
  });

  it('refuses a style that is not a vector', () => {
    expect(refusal(adaptiveInstanceNorm, options, [4, 4, 8], [4, 2])).toEqual(
      new LayerShapeError(
        'adaptiveInstanceNorm reads a vector as its second input, but has [4, 2]',
        'Give a class, a latent vector or the output of a dense layer; a flatten makes a vector of anything.',
        'input',
      ),
    );
  });
});
