import { describe, expect, it } from 'vitest';
import { randomUniform } from '../../src/initializers/randomUniform.js';
import { distributionFor } from '../battery/support/entryUse.js';

describe('randomUniform', () => {
  it('lies within ±0.05 unless told', () => {
    expect(distributionFor(randomUniform, { type: 'randomUniform' }, [4, 2])).toEqual({
      kind: 'uniform',
      low: -0.05,
      high: 0.05,
    });
  });
  it('takes minval and maxval', () => {
    expect(
      distributionFor(randomUniform, { type: 'randomUniform', minval: 0, maxval: 2 }, [4, 2]),
    ).toEqual({ kind: 'uniform', low: 0, high: 2 });
  });
});
