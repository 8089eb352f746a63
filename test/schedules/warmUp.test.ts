import { describe, it } from 'vitest';
import { expectNumbers } from '../checks/support/cpu.js';
import { scheduleAt } from '../checks/support/entryUse.js';

const options = { type: 'warmUp', to: 8, steps: 4 };
const falling = { type: 'linear', from: 8, to: 0, steps: 8 };

describe('warmUp', () => {
  it('rises linearly from 0 and stays', () => {
    expectNumbers(scheduleAt(options, [0, 1, 2, 4, 5, 1e9]), [0, 2, 4, 8, 8, 8], 12);
  });

  it('starts at a given value', () => {
    expectNumbers(scheduleAt({ ...options, from: 4 }, [0, 1, 4]), [4, 5, 8], 12);
  });

  it('rises to another schedule, which also starts at step 0', () => {
    // The line is at 8, 7, 6, 5, 4, 3, …; of the first four, 0, ¼, ½ and ¾.
    expectNumbers(
      scheduleAt({ ...options, to: falling }, [0, 1, 2, 3, 4, 5, 8, 1e9]),
      [0, 1.75, 3, 3.75, 4, 3, 0, 0],
      12,
    );
  });

  it('rises to another warm-up', () => {
    const inner = { type: 'warmUp', to: 8, steps: 2 };
    expectNumbers(scheduleAt({ ...options, to: inner }, [0, 1, 2, 4]), [0, 1, 4, 8], 12);
  });

  it('measures its length in epochs or images, independently of the other schedule', () => {
    // Steps of 4 images, epochs of 10: 4 epochs are 10 steps, 4 images are 1 step.
    expectNumbers(scheduleAt({ ...options, unit: 'epochs' }, [0, 5, 10, 11]), [0, 4, 8, 8], 12);
    expectNumbers(scheduleAt({ ...options, unit: 'images' }, [0, 1, 2]), [0, 8, 8], 12);
    const mixed = { ...options, to: falling, unit: 'epochs' };
    expectNumbers(scheduleAt(mixed, [0, 5, 8]), [0, 1.5, 0], 12);
    const turned = { ...options, to: { ...falling, unit: 'images' } };
    expectNumbers(scheduleAt(turned, [0, 1, 2]), [0, 1, 0], 12);
  });
});
