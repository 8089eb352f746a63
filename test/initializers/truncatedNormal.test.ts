import { describe, expect, it } from 'vitest';
import { truncatedNormal } from '../../src/initializers/truncatedNormal.js';
import { distributionFor } from '../checks/support/entryUse.js';

describe('truncatedNormal', () => {
  it('has mean 0 and standard deviation 0.05 before truncation by default', () => {
    expect(distributionFor(truncatedNormal, { type: 'truncatedNormal' }, [4, 2])).toEqual({
      kind: 'truncatedNormal',
      mean: 0,
      stddev: 0.05,
    });
  });
  it('takes mean and stddev', () => {
    expect(
      distributionFor(truncatedNormal, { type: 'truncatedNormal', mean: 1, stddev: 0.02 }, [4, 2]),
    ).toEqual({ kind: 'truncatedNormal', mean: 1, stddev: 0.02 });
  });
});
