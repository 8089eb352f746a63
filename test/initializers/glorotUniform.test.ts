import { describe, expect, it } from 'vitest';
import { glorotUniform } from '../../src/initializers/glorotUniform.js';
import { distributionFor, momentsOf } from '../checks/support/entryUse.js';

describe('glorotUniform', () => {
  it('is uniform with variance 2 / (fanIn + fanOut)', () => {
    // fanIn 3·3·20 = 180, fanOut 3·3·10 = 90
    expect(distributionFor(glorotUniform, { type: 'glorotUniform' }, [3, 3, 20, 10])).toEqual({
      kind: 'uniform',
      low: expect.closeTo(-Math.sqrt(3 * (2 / 270)), 12) as unknown,
      high: expect.closeTo(Math.sqrt(3 * (2 / 270)), 12) as unknown,
    });
  });

  it('draws numbers with variance 2 / (fanIn + fanOut)', () => {
    const shape = [300, 200];
    const { mean, stddev, count } = momentsOf(
      distributionFor(glorotUniform, { type: 'glorotUniform' }, shape),
      shape,
    );
    const wanted = Math.sqrt(2 / 500);
    expect(Math.abs(mean)).toBeLessThan((4 * wanted) / Math.sqrt(count));
    expect(Math.abs(stddev / wanted - 1)).toBeLessThan(4 / Math.sqrt(2 * count));
  });

  it('takes a gain', () => {
    expect(
      distributionFor(glorotUniform, { type: 'glorotUniform', gain: 3 }, [3, 3, 20, 10]),
    ).toEqual({
      kind: 'uniform',
      low: expect.closeTo(-3 * Math.sqrt(3 * (2 / 270)), 12) as unknown,
      high: expect.closeTo(3 * Math.sqrt(3 * (2 / 270)), 12) as unknown,
    });
  });

  it('uses the length of a vector for both fans', () => {
    expect(distributionFor(glorotUniform, { type: 'glorotUniform' }, [8])).toEqual(
      distributionFor(glorotUniform, { type: 'glorotUniform' }, [8, 8]),
    );
  });
});
