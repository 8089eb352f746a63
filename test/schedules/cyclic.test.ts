import { describe, it } from 'vitest';
import { expectNumbers } from '../checks/support/cpu.js';
import { scheduleAt } from '../checks/support/entryUse.js';

const options = { type: 'cyclic', from: 1, to: 5, steps: 4 };

describe('cyclic', () => {
  it('rises and falls linearly', () => {
    expectNumbers(scheduleAt(options, [0, 1, 2, 4, 5, 7, 8]), [1, 2, 3, 5, 4, 2, 1], 12);
  });

  it('repeats after each cycle', () => {
    expectNumbers(scheduleAt(options, [9, 12, 8e9, 8e9 + 3]), [2, 5, 1, 4], 12);
  });

  it('measures its length in epochs or images', () => {
    // Steps of 4 images, epochs of 10: half a cycle is 10 steps or 1 step.
    expectNumbers(scheduleAt({ ...options, unit: 'epochs' }, [0, 5, 10, 20]), [1, 3, 5, 1], 12);
    expectNumbers(scheduleAt({ ...options, unit: 'images' }, [0, 1, 2, 3]), [1, 5, 1, 5], 12);
  });
});
