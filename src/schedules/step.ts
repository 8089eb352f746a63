import { schema, type StepSchedule } from '../generated/schedules/step.js';
import { defineSchedule } from '../entries/schedule.js';

/** Step decay: from · factor^⌊step / every⌋. */
export const step = defineSchedule<StepSchedule>({
  type: 'step',
  schema,
  make:
    ({ from, factor, every }) =>
    (at) =>
      from * factor ** Math.floor(at / every),
});
