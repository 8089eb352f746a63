import { schema, type LinearSchedule } from '../generated/schedules/linear.js';
import { defineSchedule } from '../entries/define.js';

/** Straight line: from + (to − from)·p with p = min(step / steps, 1). */
export const linear = defineSchedule<LinearSchedule>({
  type: 'linear',
  schema,
  make:
    ({ from, to, steps }) =>
    (step) => {
      const done = Math.min(step / steps, 1);
      return from * (1 - done) + to * done;
    },
});
