import { describe, it } from 'vitest';
import { minimax } from '../../src/losses/minimax.js';
import { tf } from '../../src/tf.js';
import { lossesAt } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('minimax', () => {
  it('is the cross-entropy of scores as logits, with opposite signs for both networks', () => {
    const { discriminator, generator } = lossesAt(minimax, { type: 'minimax' }, [1, -1], [0, 2]);
    // −log σ(1) = 0.313262, −log σ(−1) = 1.313262; −log(1 − σ(0)) = 0.693147, −log(1 − σ(2)) = 2.126928
    expectTensor(discriminator, [], [0.813262 + 1.4100375]);
    expectTensor(generator, [], [-1.4100375]);
  });

  it('smooths only the label of real samples, and only for the discriminator', () => {
    const options = { type: 'minimax', labelSmoothing: 0.1 };
    const { discriminator, generator } = lossesAt(minimax, options, [2, 0], [0, 2]);
    // 0.9 · 0.126928 + 0.1 · 2.126928 = 0.326928 for score 2, 0.693147 for score 0
    expectTensor(discriminator, [], [(0.326928 + 0.693147) / 2 + 1.4100375]);
    expectTensor(generator, [], [-1.4100375]);
  });

  it('takes a scheduled smoothing', () => {
    const scheduled = { labelSmoothing: tf.scalar(0.1) };
    const options = { type: 'minimax' };
    const { discriminator } = lossesAt(minimax, options, [2, 0], [0, 2], scheduled);
    expectTensor(discriminator, [], [(0.326928 + 0.693147) / 2 + 1.4100375]);
  });
});
