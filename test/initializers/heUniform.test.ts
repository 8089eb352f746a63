import { describe, expect, it } from 'vitest';
import { heUniform } from '../../src/initializers/heUniform.js';
import { distributionFor, momentsOf } from '../checks/support/entryUse.js';

describe('heUniform', () => {
  it('is uniform with variance 2 / fanIn', () => {
    // fanIn 3·3·20 = 180, fanOut 3·3·10 = 90
    expect(distributionFor(heUniform, { type: 'heUniform' }, [3, 3, 20, 10])).toEqual({
      kind: 'uniform',
      low: expect.closeTo(-Math.sqrt(3 * (2 / 180)), 12) as unknown,
      high: expect.closeTo(Math.sqrt(3 * (2 / 180)), 12) as unknown,
    });
  });

  it('draws numbers with variance 2 / fanIn', () => {
    const shape = [300, 200];
    const { mean, stddev, count } = momentsOf(
      distributionFor(heUniform, { type: 'heUniform' }, shape),
      shape,
    );
    const wanted = Math.sqrt(2 / 300);
    expect(Math.abs(mean)).toBeLessThan((4 * wanted) / Math.sqrt(count));
    expect(Math.abs(stddev / wanted - 1)).toBeLessThan(4 / Math.sqrt(2 * count));
  });

  it('takes a gain', () => {
    expect(distributionFor(heUniform, { type: 'heUniform', gain: 3 }, [3, 3, 20, 10])).toEqual({
      kind: 'uniform',
      low: expect.closeTo(-3 * Math.sqrt(3 * (2 / 180)), 12) as unknown,
      high: expect.closeTo(3 * Math.sqrt(3 * (2 / 180)), 12) as unknown,
    });
  });

  it('uses the length of a vector for both fans', () => {
    expect(distributionFor(heUniform, { type: 'heUniform' }, [8])).toEqual(
      distributionFor(heUniform, { type: 'heUniform' }, [8, 8]),
    );
  });
});
