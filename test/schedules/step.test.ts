import { describe, it } from 'vitest';
import { expectNumbers } from '../checks/support/cpu.js';
import { scheduleAt } from '../checks/support/entryUse.js';

const options = { type: 'step', from: 8, factor: 0.5, every: 3 };

describe('step', () => {
  it('is multiplied by its factor after every interval', () => {
    expectNumbers(scheduleAt(options, [0, 2, 3, 5, 6]), [8, 8, 4, 4, 2], 12);
  });

  it('continues without end', () => {
    expectNumbers(scheduleAt(options, [30, 1e9]), [8 / 1024, 0], 12);
  });

  it('measures its interval in epochs or images', () => {
    // Steps of 4 images, epochs of 10: 3 epochs are over at step 7.5, 3 images at step 0.75.
    expectNumbers(scheduleAt({ ...options, unit: 'epochs' }, [0, 7, 8, 15]), [8, 8, 4, 2], 12);
    expectNumbers(scheduleAt({ ...options, unit: 'images' }, [0, 1, 2]), [8, 4, 2], 12);
  });
});
