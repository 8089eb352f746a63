import { describe, it } from 'vitest';
import { scheduleAt } from '../checks/support/entryUse.js';
import { expectNumbers } from '../checks/support/cpu.js';

const options = { type: 'cosine', from: 3, to: 1, steps: 6 };

describe('cosine', () => {
  it('follows half a cosine wave', () => {
    expectNumbers(scheduleAt(options, [0, 2, 3, 4, 6]), [3, 2.5, 2, 1.5, 1], 12);
  });

  it('keeps its final value', () => {
    expectNumbers(scheduleAt(options, [7, 1e9]), [1, 1], 12);
  });

  it('measures its length in epochs or images', () => {
    // Steps of 4 images, epochs of 10: 6 epochs are 15 steps, 24 images are 6.
    expectNumbers(scheduleAt({ ...options, unit: 'epochs' }, [0, 5, 10, 15]), [3, 2.5, 1.5, 1], 12);
    const images = { ...options, steps: 24, unit: 'images' };
    expectNumbers(scheduleAt(images, [0, 2, 3, 6]), [3, 2.5, 2, 1], 12);
  });
});
