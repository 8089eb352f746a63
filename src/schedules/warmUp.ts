import { schema, type WarmUpSchedule } from '../generated/schedules/warmUp.js';
import { defineSchedule } from '../entries/define.js';

/**
 * Gradual warm-up: from + (to − from)·p with p = min(step / steps, 1). Where `to` is a schedule, it is what that gives
 * at the same step: it runs from step 0 on, in its own unit, and is followed as it is once p is 1.
 *
 * @source Goyal et al. 2017, arXiv:1706.02677, section 2.2
 */
export const warmUp = defineSchedule<WarmUpSchedule>({
  type: 'warmUp',
  schema,
  make:
    ({ from, to, steps }) =>
    (step) => {
      const done = Math.min(step / steps, 1);
      return from * (1 - done) + to * done;
    },
});
