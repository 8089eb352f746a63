import { describe, expect, it } from 'vitest';
import { add } from '../../src/layers/add.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('add', () => {
  it('sums all inputs', () => {
    const inputs = [tf.tensor2d([[1, 2]]), tf.tensor2d([[10, 20]]), tf.tensor2d([[100, 200]])];
    expectTensor(runLayer(add, { type: 'add' }, inputs).y, [1, 2], [111, 222]);
    expect(shapeAfter(add, { type: 'add' }, [4, 4, 2], [4, 4, 2])).toEqual([4, 4, 2]);
  });

  it('refuses inputs of different shapes', () => {
    expect(refusal(add, { type: 'add' }, [4, 4, 2], [4, 4, 1])).toEqual(
      new LayerShapeError(
        'add joins inputs of one shape, but has [4, 4, 2] and [4, 4, 1]',
        'Bring them to one shape first, for example by a conv2d with kernelSize 1 (in a residual: as its "shortcut").',
        'input',
      ),
    );
  });

  it('refuses a single input', () => {
    expect(refusal(add, { type: 'add' }, [4])).toEqual(
      new LayerShapeError(
        'add joins two inputs or more, but has 1',
        'Name the layers it reads, as in "input": ["first", "second"].',
        'input',
      ),
    );
  });
});
