import { describe, expect, it } from 'vitest';
import { modeSeeking } from '../../src/penalties/modeSeeking.js';
import { tf } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { penaltyContext } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

const config = complete('penalty', 'modeSeeking');

describe('modeSeeking', () => {
  it('is the distance between latents divided by the distance between their samples', () => {
    const samples = { real: tf.zeros([2, 2]), fake: tf.zeros([2, 2]) };
    const plain = penaltyContext(
      samples,
      (x) => x,
      (x) => x,
    );
    const latent = tf.tensor2d([
      [0, 1],
      [2, 0],
    ]);
    const other = tf.tensor2d([
      [1, 1],
      [2, 3],
    ]);
    const value = modeSeeking.value?.(
      // Twice as far apart as the latents.
      { ...plain, latent, otherLatent: () => other, generator: (z) => tf.mul(2, z) },
      config,
    );
    expectTensor(value ?? latent, [], [1 / (2 + 1e-5)], 6);
  });

  it("is a term of the generator's loss", () => {
    expect(modeSeeking.networks(config)).toEqual(['generator']);
  });
});
