import { describe, it } from 'vitest';
import { constant } from '../../src/schedules/constant.js';
import { scheduleAt } from '../battery/support/entryUse.js';
import { expectNumbers } from '../battery/support/cpu.js';

const options = { type: 'constant', value: 0.1 };

describe('constant', () => {
  it('is its value at every step', () => {
    expectNumbers(scheduleAt(constant, options, [0, 1, 1e9]), [0.1, 0.1, 0.1], 12);
  });
});
