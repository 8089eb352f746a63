/** Bounds of functions that come from zero far below, fall to one least value and rise from there on. */
import type { Interval } from '../../entries/entries.js';

/**
 * The least and the greatest value on an interval.
 *
 * @param value The function; it tends to 0 at −∞.
 * @param dip Where it is least.
 */
export function rangeWithDip(
  [low, high]: Interval,
  value: (x: number) => number,
  dip: number,
): Interval {
  const at = (x: number): number => (x === -Infinity ? 0 : value(x));
  const least = low <= dip && dip <= high ? value(dip) : Math.min(at(low), at(high));
  return [least, Math.max(at(low), at(high))];
}
