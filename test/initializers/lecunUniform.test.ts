import { describe, expect, it } from 'vitest';
import { lecunUniform } from '../../src/initializers/lecunUniform.js';
import { distributionFor, momentsOf } from '../checks/support/entryUse.js';

describe('lecunUniform', () => {
  it('is uniform with variance 1 / fanIn', () => {
    // fanIn 3·3·20 = 180, fanOut 3·3·10 = 90
    expect(distributionFor(lecunUniform, { type: 'lecunUniform' }, [3, 3, 20, 10])).toEqual({
      kind: 'uniform',
      low: expect.closeTo(-Math.sqrt(3 * (1 / 180)), 12) as unknown,
      high: expect.closeTo(Math.sqrt(3 * (1 / 180)), 12) as unknown,
    });
  });

  it('draws numbers with variance 1 / fanIn', () => {
    const shape = [300, 200];
    const { mean, stddev, count } = momentsOf(
      distributionFor(lecunUniform, { type: 'lecunUniform' }, shape),
      shape,
    );
    const wanted = Math.sqrt(1 / 300);
    expect(Math.abs(mean)).toBeLessThan((4 * wanted) / Math.sqrt(count));
    expect(Math.abs(stddev / wanted - 1)).toBeLessThan(4 / Math.sqrt(2 * count));
  });

  it('takes a gain', () => {
    expect(
      distributionFor(lecunUniform, { type: 'lecunUniform', gain: 3 }, [3, 3, 20, 10]),
    ).toEqual({
      kind: 'uniform',
      low: expect.closeTo(-3 * Math.sqrt(3 * (1 / 180)), 12) as unknown,
      high: expect.closeTo(3 * Math.sqrt(3 * (1 / 180)), 12) as unknown,
    });
  });

  it('uses the length of a vector for both fans', () => {
    expect(distributionFor(lecunUniform, { type: 'lecunUniform' }, [8])).toEqual(
      distributionFor(lecunUniform, { type: 'lecunUniform' }, [8, 8]),
    );
  });
});
