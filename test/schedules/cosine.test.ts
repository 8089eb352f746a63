import { describe, it } from 'vitest';
import { cosine } from '../../src/schedules/cosine.js';
import { scheduleAt } from '../battery/support/entryUse.js';
import { expectNumbers } from '../battery/support/cpu.js';

const options = { type: 'cosine', from: 3, to: 1, steps: 6 };

describe('cosine', () => {
  it('follows half a cosine wave', () => {
    expectNumbers(scheduleAt(cosine, options, [0, 2, 3, 4, 6]), [3, 2.5, 2, 1.5, 1], 12);
  });

  it('stays at the end', () => {
    expectNumbers(scheduleAt(cosine, options, [7, 1e9]), [1, 1], 12);
  });
});
