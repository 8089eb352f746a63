import { describe, expect, it } from 'vitest';
import { glorotNormal } from '../../src/initializers/glorotNormal.js';
import { distributionFor, momentsOf } from '../checks/support/entryUse.js';

describe('glorotNormal', () => {
  it('is a truncated normal, scaled up for the variance lost by truncation', () => {
    // fanIn 3·3·20 = 180, fanOut 3·3·10 = 90; a standard normal truncated to ±2 has the standard deviation 0.87962566.
    expect(distributionFor(glorotNormal, { type: 'glorotNormal' }, [3, 3, 20, 10])).toEqual({
      kind: 'truncatedNormal',
      mean: 0,
      stddev: expect.closeTo(Math.sqrt(2 / 270) / 0.87962566, 8) as unknown,
    });
  });

  it('draws numbers with variance 2 / (fanIn + fanOut)', () => {
    const shape = [300, 200];
    const { mean, stddev, count } = momentsOf(
      distributionFor(glorotNormal, { type: 'glorotNormal' }, shape),
      shape,
    );
    const wanted = Math.sqrt(2 / 500);
    expect(Math.abs(mean)).toBeLessThan((4 * wanted) / Math.sqrt(count));
    expect(Math.abs(stddev / wanted - 1)).toBeLessThan(4 / Math.sqrt(2 * count));
  });

  it('takes a gain', () => {
    expect(
      distributionFor(glorotNormal, { type: 'glorotNormal', gain: 3 }, [3, 3, 20, 10]),
    ).toEqual({
      kind: 'truncatedNormal',
      mean: 0,
      stddev: expect.closeTo((3 * Math.sqrt(2 / 270)) / 0.87962566, 8) as unknown,
    });
  });

  it('uses the length of a vector for both fans', () => {
    expect(distributionFor(glorotNormal, { type: 'glorotNormal' }, [8])).toEqual(
      distributionFor(glorotNormal, { type: 'glorotNormal' }, [8, 8]),
    );
  });
});
