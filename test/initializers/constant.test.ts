import { describe, expect, it } from 'vitest';
import { constant } from '../../src/initializers/constant.js';
import { distributionFor } from '../checks/support/entryUse.js';

describe('constant', () => {
  it('is its value everywhere', () => {
    expect(distributionFor(constant, { type: 'constant', value: 0.1 }, [4, 2])).toEqual({
      kind: 'constant',
      value: 0.1,
    });
  });
  it('is zero unless told', () => {
    expect(distributionFor(constant, { type: 'constant' }, [4, 2])).toEqual({
      kind: 'constant',
      value: 0,
    });
  });
});
