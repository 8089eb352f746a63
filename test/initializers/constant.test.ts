import { describe, expect, it } from 'vitest';
import { constant } from '../../src/initializers/constant.js';
import { distributionFor } from '../checks/support/entryUse.js';

describe('constant', () => {
  it('has the same value everywhere', () => {
    expect(distributionFor(constant, { type: 'constant', value: 0.1 }, [4, 2])).toEqual({
      kind: 'constant',
      value: 0.1,
    });
  });
  it('is zero by default', () => {
    expect(distributionFor(constant, { type: 'constant' }, [4, 2])).toEqual({
      kind: 'constant',
      value: 0,
    });
  });
});
