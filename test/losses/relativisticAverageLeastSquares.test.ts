import { describe, it } from 'vitest';
import { relativisticAverageLeastSquares } from '../../src/losses/relativisticAverageLeastSquares.js';
import { lossesAt } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('relativisticAverageLeastSquares', () => {
  it('targets real scores one above the mean of generated ones, and generated ones one below the real mean', () => {
    // Means 1 and 0. Real − 0: 2, 0; fake − 1: 1, −3.
    const { discriminator, generator } = lossesAt(
      relativisticAverageLeastSquares,
      { type: 'relativisticAverageLeastSquares' },
      [2, 0],
      [2, -2],
    );
    // ½ · [(1² + (−1)²) / 2 + (2² + (−2)²) / 2]
    expectTensor(discriminator, [], [2.5]);
    // ½ · [(0² + (−4)²) / 2 + (3² + 1²) / 2]
    expectTensor(generator, [], [6.5]);
  });
});
