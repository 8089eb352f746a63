import { schemas, type CosineSchedule } from '../generated/schedules.js';
import { defineSchedule } from '../entries/schedule.js';

/**
 * Cosine annealing: to + (from − to)·(1 + cos πp) / 2 with p = min(step / steps, 1).
 *
 * @source Loshchilov & Hutter 2017, arXiv:1608.03983, eq. (5), without restarts
 */
export const cosine = defineSchedule<CosineSchedule>({
  type: 'cosine',
  schema: schemas.cosine,
  make:
    ({ from, to, steps }) =>
    (step) => {
      const progress = Math.min(step / steps, 1);
      return to + ((from - to) * (1 + Math.cos(Math.PI * progress))) / 2;
    },
});
