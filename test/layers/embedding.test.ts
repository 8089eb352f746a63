import { describe, expect, it } from 'vitest';
import { embedding } from '../../src/layers/embedding.js';
import { tf } from '../../src/tf.js';
import { parametersOf, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = { type: 'embedding', inputDim: 3, outputDim: 2 };
const embeddings = tf.tensor2d([
  [1, 2],
  [3, 4],
  [5, 6],
]);

describe('embedding', () => {
  it('replaces whole numbers by rows of the table', () => {
    const x = tf.tensor2d([
      [2, 0],
      [1, 1],
    ]);
    const { y } = runLayer(embedding, options, x, { embeddings });
    expectTensor(y, [2, 2, 2], [5, 6, 1, 2, 3, 4, 3, 4]);
  });

  it('reads one number for each sample', () => {
    const { y } = runLayer(embedding, options, tf.tensor1d([1, 2]), { embeddings });
    expectTensor(y, [2, 2], [3, 4, 5, 6]);
    expect(shapeAfter(embedding, options, [])).toEqual([2]);
  });

  it('gives zeros for numbers without a row', () => {
    const { y } = runLayer(embedding, options, tf.tensor1d([-1, 3]), { embeddings });
    expectTensor(y, [2, 2], [0, 0, 0, 0]);
  });

  it('has one row per whole number', () => {
    expect(parametersOf(embedding, options, [7])).toEqual([
      {
        name: 'embeddings',
        shape: [3, 2],
        initial: { kind: 'uniform', low: -0.05, high: 0.05 },
        trainable: true,
      },
    ]);
  });
});
