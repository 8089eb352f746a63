/** The present pace of a run, for its rate and its remaining time. */
import type { StepEvent } from '../index.js';

/** Iterations done at a time. */
export type StepMoment = Pick<StepEvent, 'step' | 'time'>;

/** Seconds that the pace is taken over. */
const window = 30;

/** Measures the iterations a second over the last half minute, or since the event before that where events are rarer. */
export function createPace(): (event: StepMoment) => number | undefined {
  let moments: readonly StepMoment[] = [];
  return (event) => {
    const now = Date.parse(event.time);
    const age = ({ time }: StepMoment): number => (now - Date.parse(time)) / 1000;
    const start = moments.findLastIndex((moment) => age(moment) >= window);
    moments = [...moments.slice(Math.max(start, 0)), event];
    const [first = event] = moments;
    const [done, seconds] = [event.step - first.step, age(first)];
    // The clock of the system may go backwards.
    return done <= 0 || seconds <= 0 ? undefined : done / seconds;
  };
}

/** A duration in seconds as text: `45 s`, `12 min 05 s`, `3 h 07 min`. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (number: number): string => String(number).padStart(2, '0');
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3600)} h ${two(Math.floor(whole / 60) % 60)} min`;
}
