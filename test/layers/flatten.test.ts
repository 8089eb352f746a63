import { describe, expect, it } from 'vitest';
import { flatten } from '../../src/layers/flatten.js';
import { tf } from '../../src/tf.js';
import { runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('flatten', () => {
  it('flattens a sample in row-major order', () => {
    const x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8], [2, 1, 2, 2]);
    expectTensor(runLayer(flatten, { type: 'flatten' }, x).y, [2, 4], [1, 2, 3, 4, 5, 6, 7, 8]);
    expect(shapeAfter(flatten, { type: 'flatten' }, [7, 7, 128])).toEqual([6272]);
  });
});
