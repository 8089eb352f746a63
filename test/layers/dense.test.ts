import { describe, expect, it } from 'vitest';
import { dense } from '../../src/layers/dense.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import {
  flopsOf,
  parametersOf,
  refusal,
  runLayer,
  shapeAfter,
} from '../checks/support/runLayer.js';
import { expectTensor } from '../checks/support/cpu.js';

const kernel = tf.tensor2d([
  [1, 2, 3],
  [4, 5, 6],
]);
const bias = tf.tensor1d([0.5, 0, -20]);
const three = { type: 'dense', units: 3 };

describe('dense', () => {
  it('is x · kernel + bias', () => {
    const { y } = runLayer(dense, three, tf.tensor2d([[1, 2]]), { kernel, bias });
    // 1·1 + 2·4 + 0.5, 1·2 + 2·5, 1·3 + 2·6 − 20
    expectTensor(y, [1, 3], [9.5, 12, -5]);
  });

  it('applies its activation last', () => {
    const options = { ...three, activation: 'relu' };
    const { y } = runLayer(dense, options, tf.tensor2d([[1, 2]]), { kernel, bias });
    expectTensor(y, [1, 3], [9.5, 12, 0]);
  });

  it('acts on the last axis of an image', () => {
    const x = tf.tensor4d([1, 0, 0, 1], [1, 2, 1, 2]);
    const { y } = runLayer(dense, { ...three, useBias: false }, x, { kernel });
    expectTensor(y, [1, 2, 1, 3], [1, 2, 3, 4, 5, 6]);
    expect(shapeAfter(dense, three, [2, 1, 2])).toEqual([2, 1, 3]);
  });

  it('has a glorotNormal kernel [in, units] and a zero bias [units]', () => {
    const [first, second] = parametersOf(dense, three, [2]);
    expect(first).toMatchObject({ name: 'kernel', shape: [2, 3], trainable: true });
    expect(first?.initial.kind).toBe('truncatedNormal');
    expect(second).toEqual({
      name: 'bias',
      shape: [3],
      initial: { kind: 'constant', value: 0 },
      trainable: true,
    });
  });

  it('has no bias under useBias false', () => {
    const parameters = parametersOf(dense, { ...three, useBias: false }, [2]);
    expect(parameters.map(({ name }) => name)).toEqual(['kernel']);
  });

  it('counts a multiplication and an addition per weight', () => {
    expect(flopsOf(dense, three, [2])).toBe(12);
    expect(flopsOf(dense, three, [5, 7, 2])).toBe(12 * 35);
  });

  it('refuses an input without an axis beside the batch', () => {
    expect(refusal(dense, three, [])).toEqual(
      new LayerShapeError(
        'dense acts on the last axis, but its input has none beside the batch',
        'Put a reshape to [1] before it.',
      ),
    );
  });
});
