/** At which steps a schedule is looked at, to see whether it keeps to its bounds. */
import { isObject } from '../schema/mapSubschemas.js';
import { isScheduleUnit, stepAt, type Clock, type ScheduleUnit } from '../schedule.js';
import type { Scheduled } from '../normalSpec.js';

/** How long training goes on, and how many of its steps may be tried. */
interface Extent {
  readonly steps: number;
  readonly most: number;
  readonly clock: Clock;
}

/** Evaluations of all schedules together, each counted once for every number in it: a few hundredths of a second. */
const budget = 3e5;

/** How many steps of each schedule may be tried. */
export function stepsForEach(schedules: readonly Scheduled[]): number {
  const numbers = schedules.flatMap((schedule) => placesOf(schedule, 'steps'));
  return Math.max(100, Math.floor(budget / Math.max(1, numbers.length)));
}

/**
 * All steps, in order. Where they are too many, evenly spaced ones from first to last, and those around each place where
 * the schedule may turn or jump: any number in it may be such a place or the way to it and back, in the schedule's unit,
 * and a step that is tried for nothing does no harm.
 */
export function stepsToTry(schedule: Scheduled, { steps, most, clock }: Extent): readonly number[] {
  if (steps <= most) return Array.from({ length: steps }, (_, step) => step);
  const spaced = Array.from({ length: most }, (_, part) =>
    Math.floor((steps - 1) * (part / (most - 1))),
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

/** Every number of a schedule, also of one inside it, and what it is measured in if it is a place. */
function placesOf(value: unknown, unit: ScheduleUnit): readonly Place[] {
  if (typeof value === 'number') return [{ place: value, unit }];
  if (Array.isArray(value)) return value.flatMap((item) => placesOf(item, unit));
  if (!isObject(value)) return [];
  // A schedule says its own unit, which also holds for the points in it.
  const own = isScheduleUnit(value['unit']) ? value['unit'] : unit;
  return Object.values(value).flatMap((item) => placesOf(item, own));
}
