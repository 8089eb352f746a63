import { describe, it } from 'vitest';
import { wasserstein } from '../../src/losses/wasserstein.js';
import { lossesAt } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('wasserstein', () => {
  it('is the difference of the mean scores', () => {
    const { discriminator, generator } = lossesAt(
      wasserstein,
      { type: 'wasserstein' },
      [3, 2],
      [0, 2],
    );
    expectTensor(discriminator, [], [1 - 2.5]);
    expectTensor(generator, [], [-1]);
  });
});
