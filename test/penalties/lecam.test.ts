import { describe, expect, it } from 'vitest';
import { lecam } from '../../src/penalties/lecam.js';
import { tf, type Tensor } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { penaltyContext } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('lecam', () => {
  it('penalizes scores by the moving average of the opposite side', () => {
    const real = tf.tensor2d([[3], [-1]]);
    const fake = tf.tensor2d([[0], [2]]);
    const next = new Map<string, Tensor>();
    const plain = penaltyContext(
      { real, fake },
      (x) => x,
      (x) => x,
    );
    const context = {
      ...plain,
      state: { meanReal: tf.scalar(1), meanFake: tf.scalar(-1) },
      update: (name: string, value: Tensor): void => void next.set(name, value),
    };
    const value = lecam.value?.(context, complete('penalty', { type: 'lecam', decay: 0.5 }));
    // ½ · 1 + ½ · 1 and ½ · −1 + ½ · 1
    expectTensor(next.get('meanReal') ?? real, [], [1]);
    expectTensor(next.get('meanFake') ?? fake, [], [0]);
    // relu(3)², relu(−1)² and relu(1 − 0)², relu(1 − 2)²
    expectTensor(value ?? real, [], [9 / 2 + 1 / 2]);
  });

  it('keeps two moving averages, initially zero', () => {
    expect(lecam.state({ type: 'lecam' })).toEqual({ meanReal: 0, meanFake: 0 });
  });
});
