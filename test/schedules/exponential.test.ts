import { describe, it } from 'vitest';
import { scheduleAt } from '../checks/support/entryUse.js';
import { expectNumbers } from '../checks/support/cpu.js';

const options = { type: 'exponential', from: 8, to: 1, steps: 3 };

describe('exponential', () => {
  it('changes by the same factor at each step', () => {
    expectNumbers(scheduleAt(options, [0, 1, 2, 3]), [8, 4, 2, 1], 12);
  });

  it('keeps its final value', () => {
    expectNumbers(scheduleAt(options, [4, 1e9]), [1, 1], 12);
  });

  it('measures its length in epochs or images', () => {
    // Steps of 4 images, epochs of 10: a factor of ½ in each epoch is one of ¼ in 5 steps.
    expectNumbers(scheduleAt({ ...options, unit: 'epochs' }, [0, 5, 8]), [8, 2, 1], 12);
    const images = { ...options, steps: 12, unit: 'images' };
    expectNumbers(scheduleAt(images, [0, 1, 3]), [8, 4, 1], 12);
  });
});
