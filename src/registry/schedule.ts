/** Numbers that change from step to step, evaluated on the host. */
import { InternalError } from '../diagnostics/errors.js';
import type { Scheduled } from '../spec/normalSpec.js';
import type { Tagged } from './entries.js';
import type { Registry } from './registry.js';
import type { FragmentSchema } from './schema.js';

/**
 * The value at every step from 0 on; a plain number is the same at all of them.
 * @param value Normalized: a schedule has all its options.
 * @throws InternalError where validation should have refused the schedule.
 */
export function scheduleOf(value: Scheduled, registry: Registry): (step: number) => number {
  if (typeof value === 'number') return () => value;
  const entry = registry.get('schedule', value.type);
  if (!entry)
    throw new InternalError(`no schedule is called ${value.type}, though validation passed`);
  return entry.make(value);
}

/**
 * Options with every schedule among them replaced by its value at one step.
 * @param schema Fragment of the entry whose options these are: says which may be scheduled.
 * @param config Normalized options.
 */
export function hostConfig<C extends Tagged>(
  schema: FragmentSchema,
  config: C,
  registry: Registry,
  step: number,
): C {
  const values = Object.entries(config).map(([name, value]: [string, unknown]) =>
    schema.properties[name]?.schedulable === true && isScheduled(value)
      ? [name, scheduleOf(value, registry)(step)]
      : [name, value],
  );
  // Same keys as `config`; that schedules became numbers is what callers read through `HostConfig`.
  return { ...config, ...Object.fromEntries(values) } as C;
}

/** Validation has checked the rest; an option that may be null is neither. */
function isScheduled(value: unknown): value is Scheduled {
  return typeof value === 'number' || (typeof value === 'object' && value !== null);
}
