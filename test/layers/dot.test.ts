import { describe, expect, it } from 'vitest';
import { dot } from '../../src/layers/dot.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('dot', () => {
  it('sums the products along the last axis', () => {
    const a = tf.tensor2d([1, 2, 3, 4], [2, 2]);
    const b = tf.tensor2d([5, 6, -1, 1], [2, 2]);
    expectTensor(runLayer(dot, { type: 'dot' }, [a, b]).y, [2, 1], [17, 1]);
  });

  it('keeps other axes', () => {
    expect(shapeAfter(dot, { type: 'dot' }, [4, 4, 8], [4, 4, 8])).toEqual([4, 4, 1]);
  });

  it('reads two inputs', () => {
    expect(dot.inputCount).toEqual({ min: 2, max: 2 });
  });

  it('refuses inputs of different shapes', () => {
    expect(refusal(dot, { type: 'dot' }, [4, 2], [2])).toEqual(
      new LayerShapeError(
        'dot joins inputs of one shape, but has [4, 2] and [2]',
        'Bring them to one shape first, for example by a conv2d with kernelSize 1 (in a residual: as its "shortcut").',
        'input',
      ),
    );
  });
});
