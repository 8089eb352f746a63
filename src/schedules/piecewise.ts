import { InternalError } from '../diagnostics/errors.js';
import { schema, type PiecewiseSchedule } from '../generated/schedules/piecewise.js';
import { defineSchedule } from '../entries/define.js';

/**
 * Values at given steps: between two points the earlier one's value or the straight line, before the first point its
 * value, after the last one that one's. Of several points at one step the last written holds from there on.
 */
export const piecewise = defineSchedule<PiecewiseSchedule>({
  type: 'piecewise',
  schema,
  make: ({ points, interpolation }) => {
    const inOrder = points.toSorted((a, b) => a.step - b.step);
    return (step) => {
      const before = inOrder.findLast((point) => point.step <= step);
      const after = inOrder.find((point) => point.step > step);
      const nearest = before ?? after;
      if (!nearest) throw new InternalError('a piecewise schedule has no points');
      if (!before || !after || interpolation === 'constant') return nearest.value;
      const done = (step - before.step) / (after.step - before.step);
      return before.value * (1 - done) + after.value * done;
    };
  },
});
