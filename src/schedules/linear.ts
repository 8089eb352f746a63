import { schemas, type LinearSchedule } from '../generated/schedules.js';
import { defineSchedule } from '../entries/schedule.js';

/** Linear interpolation: from + (to − from)·p with p = min(step / steps, 1). */
export const linear = defineSchedule<LinearSchedule>({
  type: 'linear',
  schema: schemas.linear,
  make:
    ({ from, to, steps }) =>
    (step) => {
      const progress = Math.min(step / steps, 1);
      return from * (1 - progress) + to * progress;
    },
});
