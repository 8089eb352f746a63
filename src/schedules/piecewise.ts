import { InternalError } from '../diagnostics/errors.js';
import { schemas, type PiecewiseSchedule } from '../generated/schedules.js';
import { defineSchedule } from '../entries/schedule.js';

/**
 * Values at given steps. Between two points it holds the earlier value or interpolates linearly; before the first and
 * after the last point it is constant. Of several points at one step, the last in the list applies from that step on.
 */
export const piecewise = defineSchedule<PiecewiseSchedule>({
  type: 'piecewise',
  schema: schemas.piecewise,
  make: ({ points, interpolation }) => {
    const sorted = points.toSorted((a, b) => a.step - b.step);
    return (step) => {
      const before = sorted.findLast((point) => point.step <= step);
      const after = sorted.find((point) => point.step > step);
      const nearest = before ?? after;
      if (!nearest) throw new InternalError('a piecewise schedule has no points');
      if (!before || !after || interpolation === 'constant') return nearest.value;
      const progress = (step - before.step) / (after.step - before.step);
      return before.value * (1 - progress) + after.value * progress;
    };
  },
});
