import { describe, expect, it } from 'vitest';
import { derivativeFailure } from '../../src/checks/derivatives.js';
import { layerContext } from '../../src/checks/contexts.js';
import { weighted } from '../../src/checks/weighted.js';
import { phaseShuffle } from '../../src/layers/phaseShuffle.js';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { tf } from '../../src/tf.js';
import { complete, registry } from '../checks/support/complete.js';
import { expectTensor } from '../checks/support/cpu.js';
import { flopsOf, rangeAfter, refusal, runLayer } from '../checks/support/runLayer.js';

const options = { type: 'phaseShuffle' };
// Five shifts, from −2 to 2: one in each fifth of [0, 1).
const phase = tf.tensor2d([[0.1], [0.3], [0.5], [0.7], [0.9]]);

describe('phaseShuffle', () => {
  it('shifts each sequence by its own random number of steps, with mirrored ends', () => {
    const x = tf.tile(tf.tensor3d([1, 2, 3, 4], [1, 4, 1]), [5, 1, 1]);
    const { y } = runLayer(phaseShuffle, options, x, {}, { random: { phase } });
    const rows = [
      [3, 2, 1, 2],
      [2, 1, 2, 3],
      [1, 2, 3, 4],
      [2, 3, 4, 3],
      [3, 4, 3, 2],
    ];
    expectTensor(y, [5, 4, 1], rows.flat());
  });

  it('shifts all channels of a sequence alike', () => {
    const x = tf.tensor3d([1, 10, 2, 20, 3, 30], [1, 3, 2]);
    const random = { phase: tf.tensor2d([[0.99]]) };
    const { y } = runLayer(phaseShuffle, { ...options, radius: 1 }, x, {}, { random });
    expectTensor(y, [1, 3, 2], [2, 20, 3, 30, 2, 20]);
  });

  it('draws one number per sequence', () => {
    const { random } = runLayer(
      phaseShuffle,
      options,
      tf.zeros([5, 4, 1]),
      {},
      { random: { phase } },
    );
    expect(random).toEqual([
      { name: 'phase', shape: [5, 1], distribution: { kind: 'uniform', low: 0, high: 1 } },
    ]);
  });

  it('is the identity in inference and at radius 0', () => {
    const x = tf.zeros([1, 4, 1]);
    expect(runLayer(phaseShuffle, options, x, {}, { training: false }).y).toBe(x);
    expect(runLayer(phaseShuffle, { ...options, radius: 0 }, x).y).toBe(x);
  });

  it.each(['first', 'second'] as const)(
    'has the %s derivative that finite differences show at each shift',
    (order) => {
      const found = derivativeFailure(order, [{ name: 'x', shape: [5, 4, 2] }], (recorder, [x]) => {
        const context = {
          ...layerContext(recorder, registry, true, new Map()),
          random: () =>
            recorder.constant({ dtype: 'float32', shape: [5, 1], data: phase.dataSync() }),
        };
        const inputs = x ? [x] : [];
        const y = phaseShuffle.apply(inputs, complete('layer', options), {}, context);
        return weighted(recorder, y);
      });
      expect(found).toBeUndefined();
    },
  );

  it('keeps the range of its input and counts two operations per possible shift', () => {
    expect(rangeAfter(phaseShuffle, options, [-1, 3])).toEqual([-1, 3]);
    expect(flopsOf(phaseShuffle, options, [8, 3])).toBe(2 * 5 * 24);
  });

  it('refuses a radius beyond the mirrored sequence, and inputs that are not sequences', () => {
    expect(refusal(phaseShuffle, { ...options, radius: 4 }, [4, 1])).toEqual(
      new LayerShapeError(
        'phaseShuffle by up to 4 steps cannot mirror a sequence of length 4',
        'Use a radius of at most 3.',
        'radius',
      ),
    );
    expect(refusal(phaseShuffle, options, [9])).toEqual(
      new LayerShapeError(
        'phaseShuffle reads sequences [length, channels], but its input is [9]',
        'Put a reshape to two axes before it.',
      ),
    );
  });
});
