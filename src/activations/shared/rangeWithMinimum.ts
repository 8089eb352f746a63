/** Output ranges of functions that tend to 0 at −∞, fall to one minimum and rise from there on. */
import type { Interval } from '../../entries/interval.js';

/**
 * Range of such a function on an interval.
 *
 * @param value The function; it tends to 0 at −∞.
 * @param argMin Position of the minimum.
 */
export function rangeWithMinimum(
  [low, high]: Interval,
  value: (x: number) => number,
  argMin: number,
): Interval {
  const at = (x: number): number => (x === -Infinity ? 0 : value(x));
  const min = low <= argMin && argMin <= high ? value(argMin) : Math.min(at(low), at(high));
  return [min, Math.max(at(low), at(high))];
}
