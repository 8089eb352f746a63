import { describe, expect, it } from 'vitest';
import { pathLength } from '../../src/penalties/pathLength.js';
import { tf, type Tensor } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { penaltyContext } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

const config = complete('penalty', { type: 'pathLength', layer: 'mapping', decay: 0.1 });

describe('pathLength', () => {
  it('is the mean squared deviation of path lengths from their moving average', () => {
    const fake = tf.ones([2, 2, 2, 1]);
    const noise = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2, 1]);
    const style = tf.zeros([2, 2]);
    const asked: Tensor[] = [];
    const next: Tensor[] = [];
    const gradients = tf.tensor2d([
      [3, 4],
      [0, 9],
    ]);
    const plain = penaltyContext(
      { real: fake, fake },
      () => tf.zeros([2, 1]),
      () => gradients,
      noise,
    );
    const value = pathLength.value?.(
      {
        ...plain,
        state: { meanLength: tf.scalar(2) },
        update: (_name, mean) => void next.push(mean),
        layer: (network, name) => {
          expect([network, name]).toEqual(['generator', 'mapping']);
          return style;
        },
        gradient: (y, x) => {
          asked.push(y);
          expect(x).toBe(style);
          return gradients;
        },
      },
      config,
    );
    // Lengths 5 and 9, whose mean is 7: 2 + 0.1 · (7 − 2).
    expectTensor(next[0] ?? style, [], [2.5]);
    expectTensor(value ?? style, [], [(2.5 ** 2 + 6.5 ** 2) / 2]);
    // The noise is divided by the root of height · width.
    expectTensor(asked[0] ?? style, [2, 2, 2, 1], [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]);
    const distribution = { kind: 'normal', mean: 0, stddev: 1 };
    expect(plain.asked).toEqual([{ name: 'noise', shape: [2, 2, 2, 1], distribution }]);
  });

  it("is a term of the generator's loss, on one of its layers", () => {
    expect(pathLength.networks(config)).toEqual(['generator']);
    expect(pathLength.layerOptions).toEqual({ layer: 'generator' });
    expect(pathLength.state(config)).toEqual({ meanLength: 0 });
  });
});
