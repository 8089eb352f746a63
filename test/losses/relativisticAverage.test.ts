import { describe, it } from 'vitest';
import { relativisticAverage } from '../../src/losses/relativisticAverage.js';
import { lossesAt } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('relativisticAverage', () => {
  it('compares each score with the mean of the opposite side and halves the sum', () => {
    // Means 1 and 0. Real − 0: 2, 0; fake − 1: 0, −2.
    const { discriminator, generator } = lossesAt(
      relativisticAverage,
      { type: 'relativisticAverage' },
      [2, 0],
      [1, -1],
    );
    // sp(−2) = 0.126928, sp(0) = 0.693147; both sides have the same mean
    expectTensor(discriminator, [], [(0.126928 + 0.693147) / 2]);
    // sp(2) = 2.126928
    expectTensor(generator, [], [(2.126928 + 0.693147) / 2]);
  });
});
