import { describe, it } from 'vitest';
import { exponential } from '../../src/schedules/exponential.js';
import { scheduleAt } from '../battery/support/entryUse.js';
import { expectNumbers } from '../battery/support/cpu.js';

const options = { type: 'exponential', from: 8, to: 1, steps: 3 };

describe('exponential', () => {
  it('falls by the same factor at each step', () => {
    expectNumbers(scheduleAt(exponential, options, [0, 1, 2, 3]), [8, 4, 2, 1], 12);
  });

  it('stays at the end', () => {
    expectNumbers(scheduleAt(exponential, options, [4, 1e9]), [1, 1], 12);
  });
});
