import { schemas, type ExponentialSchedule } from '../generated/schedules.js';
import { defineSchedule } from '../entries/schedule.js';

/** Exponential decay or growth: from^(1 − p) · to^p with p = min(step / steps, 1); both values are positive. */
export const exponential = defineSchedule<ExponentialSchedule>({
  type: 'exponential',
  schema: schemas.exponential,
  make:
    ({ from, to, steps }) =>
    (step) => {
      const progress = Math.min(step / steps, 1);
      return from ** (1 - progress) * to ** progress;
    },
});
