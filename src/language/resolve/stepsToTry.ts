/** The steps at which a schedule is evaluated to check its bounds. */
import { isObject } from '../schema/mapSubschemas.js';
import { isScheduleUnit, stepAt, type Clock, type ScheduleUnit } from '../schedule.js';
import type { Scheduled } from '../normalSpec.js';

/** Length of training, and the largest number of steps to evaluate. */
interface Extent {
  readonly steps: number;
  readonly maxCount: number;
  readonly clock: Clock;
}

/** Largest number of evaluations of all schedules, each times the numbers in it: a few hundredths of a second. */
const budget = 3e5;

/** The largest number of steps at which each schedule may be evaluated. */
export function stepsForEach(schedules: readonly Scheduled[]): number {
  const numbers = schedules.flatMap((schedule) => placesOf(schedule, 'steps'));
  return Math.max(100, Math.floor(budget / Math.max(1, numbers.length)));
}

/**
 * All steps, in order. Where they are too many: evenly spaced ones from first to last, and those around each place where
 * the schedule may turn or jump. Any number in a schedule may be such a place, or half a period, in the schedule's unit;
 * superfluous steps do no harm.
 */
export function stepsToTry(
  schedule: Scheduled,
  { steps, maxCount, clock }: Extent,
): readonly number[] {
  if (steps <= maxCount) return Array.from({ length: steps }, (_, step) => step);
  const spaced = Array.from({ length: maxCount }, (_, part) =>
    Math.floor((steps - 1) * (part / (maxCount - 1))),
  );
  const critical = placesOf(schedule, 'steps')
    .flatMap(({ place, unit }) => [place, 2 * place].map((each) => stepAt(each, unit, clock)))
    .flatMap((step) => [-1, 0, 1, 2].map((offset) => Math.floor(step) + offset))
    .filter((step) => step >= 0 && step < steps);
  return [...new Set([...spaced, ...critical])].sort((a, b) => a - b);
}

interface Place {
  readonly place: number;
  readonly unit: ScheduleUnit;
}

/** Every number of a schedule and of schedules inside it, with its unit in case it is a place. */
function placesOf(value: unknown, unit: ScheduleUnit): readonly Place[] {
  if (typeof value === 'number') return [{ place: value, unit }];
  if (Array.isArray(value)) return value.flatMap((item) => placesOf(item, unit));
  if (!isObject(value)) return [];
  // The unit of a schedule also holds for the points in it.
  const own = isScheduleUnit(value['unit']) ? value['unit'] : unit;
  return Object.values(value).flatMap((item) => placesOf(item, own));
}
