import { describe, expect, it } from 'vitest';
import { orthogonal } from '../../src/initializers/orthogonal.js';
import { distributionFor } from '../checks/support/entryUse.js';

describe('orthogonal', () => {
  it('has gain 1 by default', () => {
    expect(distributionFor(orthogonal, { type: 'orthogonal' }, [4, 2])).toEqual({
      kind: 'orthogonal',
      gain: 1,
    });
  });
  it('takes a gain', () => {
    expect(distributionFor(orthogonal, { type: 'orthogonal', gain: 1.4 }, [4, 2])).toEqual({
      kind: 'orthogonal',
      gain: 1.4,
    });
  });

  it('refuses vectors', () => {
    expect(() => distributionFor(orthogonal, { type: 'orthogonal' }, [4])).toThrow(
      'the initializer "orthogonal" fills matrices and filters, but this parameter has the shape [4]',
    );
  });
});
