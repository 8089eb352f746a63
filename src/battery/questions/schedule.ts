/** Questions about schedules. */
import type { Example } from '../example.js';
import type { Question } from '../finding.js';

const steps = [0, 1, 2, 999, 1000, 1001, 10_000, 75_000, 1e9, 1e15];

/** What is asked of every schedule. */
export const scheduleQuestions: readonly Question<Example<'schedule'>>[] = [
  {
    hook: 'make',
    question: 'has a finite value at every step from 0 on, however large',
    fix: 'Hold the last value where the schedule is over.',
    objection: ({ entry, config }) => {
      const valueAt = entry.make(config);
      const wrong = steps.find((step) => !Number.isFinite(valueAt(step)));
      return wrong === undefined ? undefined : `it is ${valueAt(wrong)} at step ${wrong}`;
    },
  },
  {
    hook: 'make',
    question: 'has the same value whenever a step is asked for',
    fix: 'Compute the value from the step and the options alone.',
    objection: ({ entry, config }) => {
      const forward = steps.map(entry.make(config));
      const backward = steps.toReversed().map(entry.make(config)).toReversed();
      const place = forward.findIndex((value, index) => value !== backward[index]);
      if (place < 0) return undefined;
      return `at step ${steps[place] ?? NaN} it is ${forward[place] ?? NaN}, and ${backward[place] ?? NaN} after later steps`;
    },
  },
];
