import { describe, it } from 'vitest';
import { scheduleAt } from '../checks/support/entryUse.js';
import { expectNumbers } from '../checks/support/cpu.js';

const options = { type: 'linear', from: 4, to: 1, steps: 3 };

describe('linear', () => {
  it('changes by the same amount at each step', () => {
    expectNumbers(scheduleAt(options, [0, 1, 2, 3]), [4, 3, 2, 1], 12);
  });

  it('keeps its final value', () => {
    expectNumbers(scheduleAt(options, [4, 1e9]), [1, 1], 12);
  });

  it('measures its length in epochs or images', () => {
    // Steps of 4 images, epochs of 10: 3 epochs are 7.5 steps, 3 images less than one.
    expectNumbers(scheduleAt({ ...options, unit: 'epochs' }, [0, 5, 8]), [4, 2, 1], 12);
    expectNumbers(scheduleAt({ ...options, steps: 12, unit: 'images' }, [0, 1, 3]), [4, 3, 1], 12);
  });
});
