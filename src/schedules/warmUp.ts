import { schemas, type WarmUpSchedule } from '../generated/schedules.js';
import { defineSchedule } from '../entries/schedule.js';

/**
 * Gradual warm-up: from + (to − from)·p with p = min(step / steps, 1). If `to` is a schedule, it is evaluated at the same
 * step, in its own unit: it also starts at step 0, and is followed unchanged once p is 1.
 *
 * @source Goyal et al. 2017, arXiv:1706.02677, section 2.2
 */
export const warmUp = defineSchedule<WarmUpSchedule>({
  type: 'warmUp',
  schema: schemas.warmUp,
  make:
    ({ from, to, steps }) =>
    (step) => {
      const progress = Math.min(step / steps, 1);
      return from * (1 - progress) + to * progress;
    },
});
