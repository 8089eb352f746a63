/** Checks of schedules. */
import type { Example } from '../example.js';
import type { Check } from '../check.js';

type Schedule = Example<'schedule'>;

/** The first steps; the middle, the end and steps past the end of every length among the options; very late steps. */
function stepsOf({ config }: Schedule): readonly number[] {
  const around = numbersIn(config).flatMap((length) =>
    length > 0 ? [length / 2, length - 1, length, length + 1, 2 * length] : [],
  );
  const steps = [0, 1, 2, ...around, 1e9, 1e15].filter((step) => step >= 0);
  return [...new Set(steps)].sort((a, b) => a - b);
}

/** Every number among options, at any depth. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

export const scheduleChecks: readonly Check<Schedule>[] = [
  {
    hook: 'make',
    claim: 'has a finite value at every step from 0 on: first, middle, last and beyond the end',
    fix: 'Hold the last value where the schedule is over.',
    run: (schedule) => {
      const valueAt = schedule.entry.make(schedule.config);
      const wrong = stepsOf(schedule).find((step) => !Number.isFinite(valueAt(step)));
      return wrong === undefined ? undefined : `it is ${valueAt(wrong)} at step ${wrong}`;
    },
  },
  {
    hook: 'make',
    claim: 'has the same value whenever a step is asked for',
    fix: 'Compute the value from the step and the options alone.',
    run: (schedule) => {
      const { entry, config } = schedule;
      const steps = stepsOf(schedule);
      const forward = steps.map(entry.make(config));
      const backward = steps.toReversed().map(entry.make(config)).toReversed();
      const place = forward.findIndex((value, index) => value !== backward[index]);
      if (place < 0) return undefined;
      return `at step ${steps[place] ?? NaN} it is ${forward[place] ?? NaN}, and ${backward[place] ?? NaN} after later steps`;
    },
  },
];
