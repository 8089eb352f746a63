import { describe, expect, it } from 'vitest';
import { randomUniform } from '../../src/initializers/randomUniform.js';
import { distributionFor } from '../checks/support/entryUse.js';

describe('randomUniform', () => {
  it('is bounded by ±0.05 by default', () => {
    expect(distributionFor(randomUniform, { type: 'randomUniform' }, [4, 2])).toEqual({
      kind: 'uniform',
      low: -0.05,
      high: 0.05,
    });
  });

  it('refuses a minval above maxval, also above its default', () => {
    expect(() =>
      distributionFor(randomUniform, { type: 'randomUniform', minval: 0.1 }, [4, 2]),
    ).toThrow(
      'the initializer "randomUniform" has no numbers from a minval of 0.1 to a maxval of 0.05',
    );
  });

  it('takes minval and maxval', () => {
    expect(
      distributionFor(randomUniform, { type: 'randomUniform', minval: 0, maxval: 2 }, [4, 2]),
    ).toEqual({ kind: 'uniform', low: 0, high: 2 });
  });
});
