import { describe, expect, it } from 'vitest';
import { noiseInjection } from '../../src/layers/noiseInjection.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { parametersOf, refusal, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'noiseInjection' };
const x = tf.tensor4d([1, 2, 3, 4], [1, 2, 1, 2]);
const noise = tf.tensor4d([1, -1], [1, 2, 1, 1]);

describe('noiseInjection', () => {
  it.each([true, false])(
    'adds one number for each pixel times a strength for each channel (training: %s)',
    (training) => {
      const weights = { strength: tf.tensor1d([10, 100]) };
      const { y, random } = runLayer(noiseInjection, options, x, weights, {
        training,
        random: { noise },
      });
      expectTensor(y, [1, 2, 1, 2], [11, 102, -7, -96]);
      expect(random).toEqual([
        {
          name: 'noise',
          shape: [1, 2, 1, 1],
          distribution: { kind: 'normal', mean: 0, stddev: 1 },
        },
      ]);
    },
  );

  it('has one strength for all channels if perChannel is false', () => {
    const shared = { ...options, perChannel: false };
    const weights = { strength: tf.tensor1d([10]) };
    expectTensor(
      runLayer(noiseInjection, shared, x, weights, { random: { noise } }).y,
      [1, 2, 1, 2],
      [11, 12, -7, -6],
    );
    expect(parametersOf(noiseInjection, shared, [2, 1, 2])).toMatchObject([{ shape: [1] }]);
  });

  it('starts with strength zero', () => {
    expect(parametersOf(noiseInjection, options, [7, 7, 64])).toEqual([
      { name: 'strength', shape: [64], initial: { kind: 'constant', value: 0 }, trainable: true },
    ]);
  });

  it('is random in inference too', () => {
    expect(noiseInjection.randomAtInference).toBe(true);
  });

  it('refuses a vector', () => {
    expect(refusal(noiseInjection, { type: 'noiseInjection' }, [100])).toEqual(
      new LayerShapeError(
        'noiseInjection reads images [height, width, channels] or sequences [length, channels], but its input is [100]',
        'Put a reshape before it.',
      ),
    );
  });
});
