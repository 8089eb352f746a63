import { describe, it } from 'vitest';
import { nonSaturating } from '../../src/losses/nonSaturating.js';
import { tf } from '../../src/tf.js';
import { lossesAt } from '../battery/support/entryUse.js';
import { expectTensor } from '../battery/support/cpu.js';

describe('nonSaturating', () => {
  it('is the cross-entropy of each network with its own targets', () => {
    const { discriminator, generator } = lossesAt(
      nonSaturating,
      { type: 'nonSaturating' },
      [1, -1],
      [0, 2],
    );
    // −log σ(1) = 0.313262, −log σ(−1) = 1.313262; −log(1 − σ(0)) = 0.693147, −log(1 − σ(2)) = 2.126928
    expectTensor(discriminator, [], [0.813262 + 1.4100375]);
    // −log σ(0) = 0.693147, −log σ(2) = 0.126928
    expectTensor(generator, [], [0.4100375]);
  });

  it('smooths the label of real samples alone', () => {
    const options = { type: 'nonSaturating', labelSmoothing: 0.1 };
    const { discriminator, generator } = lossesAt(nonSaturating, options, [2, 0], [0, 2]);
    // 0.9 · 0.126928 + 0.1 · 2.126928 = 0.326928 for score 2, 0.693147 for score 0
    expectTensor(discriminator, [], [(0.326928 + 0.693147) / 2 + 1.4100375]);
    expectTensor(generator, [], [0.4100375]);
  });

  it('takes a smoothing that a schedule drives', () => {
    const scheduled = { labelSmoothing: tf.scalar(0.1) };
    const options = { type: 'nonSaturating' };
    const { discriminator } = lossesAt(nonSaturating, options, [2, 0], [0, 2], scheduled);
    expectTensor(discriminator, [], [(0.326928 + 0.693147) / 2 + 1.4100375]);
  });
});
