import { schemas, type CyclicSchedule } from '../generated/schedules.js';
import { defineSchedule } from '../entries/schedule.js';

/**
 * Triangular cycles: from + (to − from)·(1 − |x|) with x = (step mod 2·steps) / steps − 1, which rises from −1 to 1 in
 * each cycle; `steps` is half a cycle, the paper's step size.
 *
 * @source Smith 2017, arXiv:1506.01186, section 3.1, "triangular"
 */
export const cyclic = defineSchedule<CyclicSchedule>({
  type: 'cyclic',
  schema: schemas.cyclic,
  make:
    ({ from, to, steps }) =>
    (step) => {
      const height = 1 - Math.abs((step % (2 * steps)) / steps - 1);
      return from * (1 - height) + to * height;
    },
});
