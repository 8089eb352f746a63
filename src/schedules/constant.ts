import { schemas, type ConstantSchedule } from '../generated/schedules.js';
import { defineSchedule } from '../entries/schedule.js';

/** Constant schedule: the same value at every step. */
export const constant = defineSchedule<ConstantSchedule>({
  type: 'constant',
  schema: schemas.constant,
  make:
    ({ value }) =>
    () =>
      value,
});
