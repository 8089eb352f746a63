import { describe, it } from 'vitest';
import { scheduleAt } from '../checks/support/entryUse.js';
import { expectNumbers } from '../checks/support/cpu.js';

const options = { type: 'constant', value: 0.1 };

describe('constant', () => {
  it('has the same value at every step', () => {
    expectNumbers(scheduleAt(options, [0, 1, 1e9]), [0.1, 0.1, 0.1], 12);
  });

  it('does not depend on its unit', () => {
    expectNumbers(scheduleAt({ ...options, unit: 'epochs' }, [0, 9]), [0.1, 0.1], 12);
    expectNumbers(scheduleAt({ ...options, unit: 'images' }, [0, 9]), [0.1, 0.1], 12);
  });
});
