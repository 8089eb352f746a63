import { describe, it } from 'vitest';
import { scheduleAt } from '../checks/support/entryUse.js';
import { expectNumbers } from '../checks/support/cpu.js';

const options = {
  type: 'piecewise',
  points: [
    { step: 2, value: 1 },
    { step: 6, value: 3 },
  ],
};

describe('piecewise', () => {
  it('holds a value until the next point', () => {
    expectNumbers(scheduleAt(options, [2, 5, 6]), [1, 1, 3], 12);
  });

  it('is constant before the first point and after the last', () => {
    expectNumbers(scheduleAt(options, [0, 1, 7, 1e9]), [1, 1, 3, 3], 12);
  });

  it('connects its points by straight lines under linear interpolation', () => {
    expectNumbers(
      scheduleAt({ ...options, interpolation: 'linear' }, [0, 2, 3, 5, 6, 7]),
      [1, 1, 1.5, 2.5, 3, 3],
      12,
    );
  });

  it('sorts its points by step', () => {
    expectNumbers(
      scheduleAt({ ...options, points: options.points.toReversed() }, [0, 5, 6]),
      [1, 1, 3],
      12,
    );
  });

  it('takes the last in the list of several points at one step', () => {
    expectNumbers(
      scheduleAt({ ...options, points: [...options.points, { step: 6, value: 4 }] }, [5, 6]),
      [1, 4],
      12,
    );
  });

  it('is constant if it has one point', () => {
    expectNumbers(
      scheduleAt(
        { ...options, points: [{ step: 5, value: 2 }], interpolation: 'linear' },
        [0, 5, 9],
      ),
      [2, 2, 2],
      12,
    );
  });

  it('measures its steps in epochs or images', () => {
    // Steps of 4 images, epochs of 10: epoch 2 starts at step 5, epoch 6 at step 15.
    const epochs = { ...options, interpolation: 'linear', unit: 'epochs' };
    expectNumbers(scheduleAt(epochs, [0, 5, 10, 15, 20]), [1, 1, 2, 3, 3], 12);
    expectNumbers(scheduleAt({ ...options, unit: 'images' }, [0, 1, 2]), [1, 1, 3], 12);
  });
});
