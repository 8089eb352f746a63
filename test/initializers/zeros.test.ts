import { describe, expect, it } from 'vitest';
import { zeros } from '../../src/initializers/zeros.js';
import { distributionFor } from '../checks/support/entryUse.js';

describe('zeros', () => {
  it('is zero everywhere', () => {
    expect(distributionFor(zeros, { type: 'zeros' }, [4, 2])).toEqual({
      kind: 'constant',
      value: 0,
    });
  });
});
