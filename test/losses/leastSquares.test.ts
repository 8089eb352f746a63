import { describe, it } from 'vitest';
import { leastSquares } from '../../src/losses/leastSquares.js';
import { lossesAt } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('leastSquares', () => {
  it('has the target 1 for real scores, 0 for generated ones and 1 for the generator', () => {
    const { discriminator, generator } = lossesAt(
      leastSquares,
      { type: 'leastSquares' },
      [2, 0],
      [0, 2],
    );
    // ½ · (1 + 1) / 2 + ½ · (0 + 4) / 2
    expectTensor(discriminator, [], [1.5]);
    expectTensor(generator, [], [0.5]);
  });

  it('takes the targets of the Pearson form', () => {
    const options = { type: 'leastSquares', realTarget: 1, fakeTarget: -1, generatorTarget: 0 };
    const { discriminator, generator } = lossesAt(leastSquares, options, [2, 0], [0, 2]);
    // ½ · (1 + 1) / 2 + ½ · (1 + 9) / 2; ½ · (0 + 4) / 2
    expectTensor(discriminator, [], [3]);
    expectTensor(generator, [], [1]);
  });
});
