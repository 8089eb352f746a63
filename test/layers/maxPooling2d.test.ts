import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autodiff/gradients.js';
import { maxPooling2d } from '../../src/layers/maxPooling2d.js';
import { interpret } from '../../src/oracle/interpret.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { record } from '../../src/trace/record.js';
import { flopsOf, refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';
import { expectTensor, irregular } from '../checks/support/cpu.js';

const type = 'maxPooling2d';

describe('maxPooling2d', () => {
  it('takes the maximum of adjacent blocks, channel by channel', () => {
    const x = tf.tensor4d([1, -10, 2, -20, 3, -30, 6, -60], [1, 2, 2, 2]);
    expectTensor(runLayer(maxPooling2d, { type }, x).y, [1, 1, 1, 2], [6, -10]);
  });

  it('never selects padding, however negative the values are', () => {
    const x = tf.tensor4d([-9, -8, -7, -6, -5, -4, -3, -2, -1], [1, 3, 3, 1]);
    expectTensor(runLayer(maxPooling2d, { type }, x).y, [1, 2, 2, 1], [-5, -4, -2, -1]);
  });

  it('takes numeric padding as PyTorch does', () => {
    const options = { type, poolSize: 3, strides: 2, padding: 1 };
    const { y } = runLayer(maxPooling2d, options, irregular([1, 5, 4, 1]));
    // torch.nn.functional.max_pool2d(x, 3, 2, 1)
    expectTensor(y, [1, 3, 2, 1], [10, 6, 11, 11, 8, 8]);
  });

  it('has overlapping windows for strides smaller than the window', () => {
    const options = { type, poolSize: [1, 2], strides: [1, 1], padding: 'valid' };
    const x = tf.tensor4d([1, 3, 2], [1, 1, 3, 1]);
    expectTensor(runLayer(maxPooling2d, options, x).y, [1, 1, 2, 1], [3, 3]);
  });

  it('gives the gradient to the first of tied maxima in row-major order', () => {
    const graph = record('gradient', (recorder) => {
      const x = recorder.input('x', { dtype: 'float32', shape: [1, 2, 4, 1] }, 'feed');
      const { y } = runLayer(maxPooling2d, { type }, x);
      return gradients(recorder, y, [x]).map((tensor) => ({ name: 'dx', kind: 'result', tensor }));
    });
    const x = Float64Array.from([0, 5, 0, 0, 5, 0, 0, 0]);
    // Blocks 0 5 / 5 0 and all zeros.
    expect([...(interpret(graph, new Map([['x', x]])).get('dx') ?? [])]).toEqual([
      0, 1, 1, 0, 0, 0, 0, 0,
    ]);
  });

  it('halves an image by default', () => {
    expect(shapeAfter(maxPooling2d, { type }, [28, 7, 3])).toEqual([14, 4, 3]);
  });

  it('counts the values of a window per output value', () => {
    expect(flopsOf(maxPooling2d, { type, poolSize: [3, 2] }, [9, 8, 5])).toBe(6 * 3 * 4 * 5);
  });

  it('refuses too large windows, padding as large as a window, and inputs that are not images', () => {
    const options = { type, poolSize: [2, 5], padding: 'valid' };
    expect(refusal(maxPooling2d, options, [9, 4, 1])).toEqual(
      new LayerShapeError(
        'a poolSize of 5 does not fit into an input of size 4 under "valid" padding',
        'Use "same" padding, or a poolSize of at most 4.',
        'poolSize',
      ),
    );
    const wide = [
      [0, 0],
      [0, 3],
    ];
    expect(refusal(maxPooling2d, { type, poolSize: 3, padding: wide }, [9, 4, 1])).toEqual(
      new LayerShapeError(
        'padding of 0 and 3 makes room for windows that see nothing of the input, at a poolSize of 3',
        'Use "same" padding, or at most 2 on each side.',
        'padding',
      ),
    );
    expect(refusal(maxPooling2d, options, [9])).toEqual(
      new LayerShapeError(
        'maxPooling2d reads images [height, width, channels], but its input is [9]',
        'Put a reshape to three axes before it.',
      ),
    );
  });
});
