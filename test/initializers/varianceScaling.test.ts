import { describe, expect, it } from 'vitest';
import { varianceScaling } from '../../src/initializers/varianceScaling.js';
import { distributionFor } from '../checks/support/entryUse.js';

/** Distribution for a kernel with fanIn 3·3·20 = 180 and fanOut 3·3·10 = 90. */
function scaled(options: object) {
  return distributionFor(varianceScaling, { type: 'varianceScaling', ...options }, [3, 3, 20, 10]);
}

const close = (value: number) => expect.closeTo(value, 8) as unknown;

describe('varianceScaling', () => {
  it('is a truncated normal of variance 1 / fanIn by default', () => {
    // A standard normal truncated to ±2 has the standard deviation 0.87962566.
    const stddev = close(Math.sqrt(1 / 180) / 0.87962566);
    expect(scaled({})).toEqual({ kind: 'truncatedNormal', mean: 0, stddev });
  });

  it('divides its scale by the fan-in, the fan-out or their mean', () => {
    const normal = { scale: 2, distribution: 'normal' };
    const withVariance = (variance: number) => ({
      kind: 'normal',
      mean: 0,
      stddev: close(Math.sqrt(variance)),
    });
    expect(scaled({ ...normal, mode: 'fanIn' })).toEqual(withVariance(2 / 180));
    expect(scaled({ ...normal, mode: 'fanOut' })).toEqual(withVariance(2 / 90));
    expect(scaled({ ...normal, mode: 'fanAvg' })).toEqual(withVariance(2 / 135));
  });

  it('has a uniform distribution as an option', () => {
    // A uniform distribution on ±b has the variance b² / 3.
    const bound = Math.sqrt(3 / 180);
    expect(scaled({ distribution: 'uniform' })).toEqual({
      kind: 'uniform',
      low: close(-bound),
      high: close(bound),
    });
  });
});
