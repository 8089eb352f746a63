import { describe, expect, it } from 'vitest';
import { ebgan } from '../../src/losses/ebgan.js';
import { lossesAt } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('ebgan', () => {
  it('lowers the energy of real samples and raises that of generated ones up to the margin', () => {
    const options = { type: 'ebgan', margin: 2 };
    const { discriminator, generator } = lossesAt(ebgan, options, [1, 0.5], [0.5, 3]);
    // 1.5 / 2 + (1.5 + 0) / 2
    expectTensor(discriminator, [], [1.5]);
    expectTensor(generator, [], [1.75]);
  });

  it('uses squared reconstruction errors', () => {
    expect(ebgan.scores).toBe('reconstruction');
    expect(ebgan.distance({ type: 'ebgan' })).toBe('squared');
  });
});
