import { describe, expect, it } from 'vitest';
import { nonSaturating } from '../../src/losses/nonSaturating.js';
import type { LossContext } from '../../src/entries/loss.js';
import { tf } from '../../src/tf.js';
import { lossesAt } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

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

  it('smooths only the label of real samples', () => {
    const options = { type: 'nonSaturating', labelSmoothing: 0.1 };
    const { discriminator, generator } = lossesAt(nonSaturating, options, [2, 0], [0, 2]);
    // 0.9 · 0.126928 + 0.1 · 2.126928 = 0.326928 for score 2, 0.693147 for score 0
    expectTensor(discriminator, [], [(0.326928 + 0.693147) / 2 + 1.4100375]);
    expectTensor(generator, [], [0.4100375]);
  });

  it('has targets for generated samples, of the discriminator and of the generator', () => {
    const options = { type: 'nonSaturating', fakeTarget: 0.1, generatorTarget: 0.9 };
    const { discriminator, generator } = lossesAt(nonSaturating, options, [1, -1], [0, 2]);
    // Fake 0: 0.693147. Fake 2: 0.9 · 2.126928 + 0.1 · 0.126928 = 1.926928
    expectTensor(discriminator, [], [0.813262 + (0.693147 + 1.926928) / 2]);
    // Fake 0: 0.693147. Fake 2: 0.9 · 0.126928 + 0.1 · 2.126928 = 0.326928
    expectTensor(generator, [], [(0.693147 + 0.326928) / 2]);
  });

  it('flips labels between the targets that are given', () => {
    const random: LossContext['random'] = (_name, shape) => tf.ones([...shape], 'bool');
    const options = {
      type: 'nonSaturating',
      labelNoise: 0.5,
      labelSmoothing: 0.2,
      fakeTarget: 0.1,
    };
    const { discriminator } = lossesAt(nonSaturating, options, [2], [0], {}, { random });
    // Real 2 with target 0.1: 0.1 · 0.126928 + 0.9 · 2.126928 = 1.926928. Fake 0: 0.693147.
    expectTensor(discriminator, [], [1.926928 + 0.693147]);
  });

  it('takes a scheduled smoothing', () => {
    const scheduled = { labelSmoothing: tf.scalar(0.1) };
    const options = { type: 'nonSaturating' };
    const { discriminator } = lossesAt(nonSaturating, options, [2, 0], [0, 2], scheduled);
    expectTensor(discriminator, [], [(0.326928 + 0.693147) / 2 + 1.4100375]);
  });

  it('flips the targets of the samples drawn by label noise', () => {
    const asked: unknown[] = [];
    const flips = { realFlips: [[0], [1]], fakeFlips: [[1], [0]] };
    const random: LossContext['random'] = (name, shape, distribution) => {
      asked.push({ name, shape, distribution });
      return tf.tensor2d(flips[name as keyof typeof flips], [2, 1], 'bool');
    };
    const options = { type: 'nonSaturating', labelNoise: 0.25, labelSmoothing: 0.1 };
    const { discriminator } = lossesAt(nonSaturating, options, [2, 0], [0, 2], {}, { random });
    // Real 2 has target 0.9: 0.326928. Real 0 has target 0, fake 0 target 0.9: 0.693147 each. Fake 2 has 0: 2.126928.
    expectTensor(discriminator, [], [(0.326928 + 0.693147 + 0.693147 + 2.126928) / 2]);
    const distribution = { kind: 'bernoulli', probability: 0.25 };
    expect(asked).toEqual([
      { name: 'realFlips', shape: [2, 1], distribution },
      { name: 'fakeFlips', shape: [2, 1], distribution },
    ]);
  });
});
