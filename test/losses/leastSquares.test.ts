import { describe, it } from 'vitest';
import { leastSquares } from '../../src/losses/leastSquares.js';
import { lossesAt } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('leastSquares', () => {
  it('draws real scores to 1 and generated ones to 0, and the generator to 1', () => {
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
