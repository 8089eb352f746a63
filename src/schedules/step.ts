import { schemas, type StepSchedule } from '../generated/schedules.js';
import { defineSchedule } from '../entries/schedule.js';

/** Step decay: from · factor^⌊step / every⌋. */
export const step = defineSchedule<StepSchedule>({
  type: 'step',
  schema: schemas.step,
  make:
    ({ from, factor, every }) =>
    (at) =>
      from * factor ** Math.floor(at / every),
});
