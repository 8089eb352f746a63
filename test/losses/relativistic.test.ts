import { describe, it } from 'vitest';
import { relativistic } from '../../src/losses/relativistic.js';
import { lossesAt } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('relativistic', () => {
  it('compares the real and the generated score of the same index', () => {
    const { discriminator, generator } = lossesAt(
      relativistic,
      { type: 'relativistic' },
      [1, 0],
      [0, 2],
    );
    // log(1 + e^(fake − real)): 0.313262 for −1, 2.126928 for 2
    expectTensor(discriminator, [], [(0.313262 + 2.126928) / 2]);
    // log(1 + e^(real − fake)): 1.313262 for 1, 0.126928 for −2
    expectTensor(generator, [], [(1.313262 + 0.126928) / 2]);
  });
});
