import { describe, it } from 'vitest';
import { relativisticAverageHinge } from '../../src/losses/relativisticAverageHinge.js';
import { lossesAt } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('relativisticAverageHinge', () => {
  it('counts scores less than one away from the mean of the opposite side', () => {
    // Means 1 and 0. Real − 0: 2, 0; fake − 1: 1, −3.
    const { discriminator, generator } = lossesAt(
      relativisticAverageHinge,
      { type: 'relativisticAverageHinge' },
      [2, 0],
      [2, -2],
    );
    // ½ · [(0 + 1) / 2 + (2 + 0) / 2]
    expectTensor(discriminator, [], [0.75]);
    // ½ · [(0 + 4) / 2 + (3 + 1) / 2]
    expectTensor(generator, [], [2]);
  });
});
