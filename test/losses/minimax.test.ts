import { describe, it } from 'vitest';
import { minimax } from '../../src/losses/minimax.js';
import { lossesAt } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('minimax', () => {
  it('is the cross-entropy of scores as logits, with opposite signs for both networks', () => {
    const { discriminator, generator } = lossesAt(minimax, { type: 'minimax' }, [1, -1], [0, 2]);
    // −log σ(1) = 0.313262, −log σ(−1) = 1.313262; −log(1 − σ(0)) = 0.693147, −log(1 − σ(2)) = 2.126928
    expectTensor(discriminator, [], [0.813262 + 1.4100375]);
    expectTensor(generator, [], [-1.4100375]);
  });
});
