/** Evaluation of schedules on the host. */
import type { Schedule } from '../generated/spec.js';
import type { NormalSpec, Scheduled } from './normalSpec.js';
import type { DatasetDescription } from '../entries/dataset.js';
import type { Tagged } from '../entries/tagged.js';
import { entryOf } from '../entries/entryOf.js';
import type { Registry } from '../entries/registry.js';
import type { FragmentSchema } from './schema/fragment.js';

/** Conversion of steps to epochs and images. */
export interface Clock {
  /** Images of one step (one iteration of training). */
  readonly batchSize: number;
  /** Images of the data set, which make an epoch. */
  readonly count: number;
}

/** The clock of a GAN; with gradient accumulation an iteration consists of several batches. */
export function clockOf({ training }: NormalSpec, { count }: DatasetDescription): Clock {
  return { batchSize: training.batchSize * training.gradientAccumulation, count };
}

/** Unit of a schedule. */
export type ScheduleUnit = NonNullable<Schedule['unit']>;

/** Position of a step in each unit. */
const positions: Readonly<Record<ScheduleUnit, (step: number, clock: Clock) => number>> = {
  steps: (step) => step,
  epochs: (step, { batchSize, count }) => (step * batchSize) / count,
  images: (step, { batchSize }) => step * batchSize,
};

/** True for the name of a unit. */
export function isScheduleUnit(value: unknown): value is ScheduleUnit {
  return typeof value === 'string' && Object.hasOwn(positions, value);
}

/** The step, possibly fractional, at a position in a unit. */
export function stepAt(position: number, unit: ScheduleUnit, clock: Clock): number {
  return position / positions[unit](1, clock);
}

/**
 * The value at every step from 0 on; a plain number is the same at all of them.
 * A schedule's own numbers may be schedules in turn: each is evaluated at the same step, in its own unit.
 * @param value A normalized value: a schedule has all its options.
 * @throws InternalError if validation should have refused the schedule.
 */
export function scheduleOf(
  value: Scheduled,
  registry: Registry,
  clock: Clock,
): (step: number) => number {
  if (typeof value === 'number') return () => value;
  const entry = entryOf(registry, 'schedule', value.type);
  const position = positions[value.unit ?? 'steps'];
  const driven = drivenOptions(entry.schema, value, registry, clock);
  const make = (step: number): ((position: number) => number) =>
    entry.make(withValues(value, driven, step));
  const only = driven.length === 0 ? make(0) : undefined;
  return (step) => (only ?? make(step))(position(step, clock));
}

/**
 * Options with every schedule among them replaced by its value at one step.
 * @param schema Fragment of the entry, which marks the options that may be scheduled.
 * @param config Normalized options.
 */
export function hostConfig<C extends Tagged>(
  schema: FragmentSchema,
  config: C,
  registry: Registry,
  clock: Clock,
  step: number,
): C {
  return withValues(config, drivenOptions(schema, config, registry, clock), step);
}

/** A scheduled option with its value at each step. */
type DrivenOption = readonly [name: string, valueAt: (step: number) => number];

function drivenOptions(
  schema: FragmentSchema,
  config: Tagged,
  registry: Registry,
  clock: Clock,
): readonly DrivenOption[] {
  return Object.entries(config).flatMap(([name, value]: [string, unknown]) =>
    schema.properties[name]?.schedulable === true && isSchedule(value)
      ? [[name, scheduleOf(value, registry, clock)] as const]
      : [],
  );
}

function withValues<C extends Tagged>(config: C, driven: readonly DrivenOption[], step: number): C {
  const values = driven.map(([name, valueAt]) => [name, valueAt(step)]);
  // Same keys as `config`; that schedules became numbers is what callers read through `HostConfig`.
  return { ...config, ...Object.fromEntries(values) } as C;
}

/** The value at step 0, which is position 0 in every unit, so that no clock is needed. */
export function firstValue(value: Scheduled, registry: Registry): number {
  return scheduleOf(value, registry, { batchSize: 1, count: 1 })(0);
}

/** Options at step 0, which is position 0 in every unit, so that no clock is needed. */
export function firstConfig<C extends Tagged>(
  schema: FragmentSchema,
  config: C,
  registry: Registry,
): C {
  return hostConfig(schema, config, registry, { batchSize: 1, count: 1 }, 0);
}

/** True for an object. Validation has checked the rest; null is an absent option. */
function isSchedule(value: unknown): value is Scheduled {
  return typeof value === 'object' && value !== null;
}
