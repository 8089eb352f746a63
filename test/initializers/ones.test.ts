import { describe, expect, it } from 'vitest';
import { ones } from '../../src/initializers/ones.js';
import { distributionFor } from '../checks/support/entryUse.js';

describe('ones', () => {
  it('is one everywhere', () => {
    expect(distributionFor(ones, { type: 'ones' }, [4, 2])).toEqual({ kind: 'constant', value: 1 });
  });
});
