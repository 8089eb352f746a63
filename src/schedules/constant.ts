import { schema, type ConstantSchedule } from '../generated/schedules/constant.js';
import { defineSchedule } from '../entries/schedule.js';

/** Constant schedule: the same value at every step. */
export const constant = defineSchedule<ConstantSchedule>({
  type: 'constant',
  schema,
  make:
    ({ value }) =>
    () =>
      value,
});
