import { describe, expect, it } from 'vitest';
import { randomNormal } from '../../src/initializers/randomNormal.js';
import { distributionFor } from '../checks/support/entryUse.js';

describe('randomNormal', () => {
  it('has mean 0 and standard deviation 0.05 by default', () => {
    expect(distributionFor(randomNormal, { type: 'randomNormal' }, [4, 2])).toEqual({
      kind: 'normal',
      mean: 0,
      stddev: 0.05,
    });
  });
  it('takes mean and stddev', () => {
    expect(
      distributionFor(randomNormal, { type: 'randomNormal', mean: 1, stddev: 0.02 }, [4, 2]),
    ).toEqual({ kind: 'normal', mean: 1, stddev: 0.02 });
  });
});
