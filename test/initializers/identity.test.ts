import { describe, expect, it } from 'vitest';
import { identity } from '../../src/initializers/identity.js';
import { distributionFor } from '../checks/support/entryUse.js';

describe('identity', () => {
  it('has gain 1 by default', () => {
    expect(distributionFor(identity, { type: 'identity' }, [4, 2])).toEqual({
      kind: 'identity',
      gain: 1,
    });
  });

  it('takes a gain', () => {
    expect(distributionFor(identity, { type: 'identity', gain: 0.5 }, [3, 3, 4, 4])).toEqual({
      kind: 'identity',
      gain: 0.5,
    });
  });

  it('refuses vectors', () => {
    expect(() => distributionFor(identity, { type: 'identity' }, [4])).toThrow(
      'the initializer "identity" fills matrices and filters, but this parameter has the shape [4]',
    );
  });
});
