import { describe, it } from 'vitest';
import { linear } from '../../src/schedules/linear.js';
import { scheduleAt } from '../battery/support/entryUse.js';
import { expectNumbers } from '../battery/support/cpu.js';

const options = { type: 'linear', from: 4, to: 1, steps: 3 };

describe('linear', () => {
  it('goes in equal steps from one value to the other', () => {
    expectNumbers(scheduleAt(linear, options, [0, 1, 2, 3]), [4, 3, 2, 1], 12);
  });

  it('stays at the end', () => {
    expectNumbers(scheduleAt(linear, options, [4, 1e9]), [1, 1], 12);
  });
});
