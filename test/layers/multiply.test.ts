import { describe, expect, it } from 'vitest';
import { multiply } from '../../src/layers/multiply.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { refusal, runLayer } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('multiply', () => {
  it('multiplies all inputs elementwise', () => {
    const inputs = [tf.tensor2d([[1, 2]]), tf.tensor2d([[3, 4]]), tf.tensor2d([[5, -1]])];
    expectTensor(runLayer(multiply, { type: 'multiply' }, inputs).y, [1, 2], [15, -8]);
  });

  it('refuses inputs of different shapes', () => {
    expect(refusal(multiply, { type: 'multiply' }, [4, 2], [2])).toEqual(
      new LayerShapeError(
        'multiply joins inputs of one shape, but has [4, 2] and [2]',
        'Bring them to one shape first, for example by a conv2d with kernelSize 1 (in a residual: as its "shortcut").',
        'input',
      ),
    );
  });
});
