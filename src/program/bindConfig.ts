/** Binds options to a graph: a schedule becomes a scalar input, a plain number stays a number. */
import type { GraphConfig, Hyperparameter } from '../entries/config.js';
import type { Entry } from '../entries/entry.js';
import type { Tagged } from '../entries/tagged.js';
import type { Registry } from '../entries/registry.js';
import { scheduleOf } from '../language/schedule.js';
import type { Scheduled } from '../language/normalSpec.js';
import type { GraphScope } from './graphScope.js';

/**
 * Binds a number of the spec to a graph.
 * @param name Of the scalar input for a schedule, as in `loss/margin`.
 */
export function bindScalar(
  scope: GraphScope,
  registry: Registry,
  name: string,
  value: Scheduled,
): Hyperparameter {
  if (typeof value === 'number') return value;
  const valueAt = scheduleOf(value, registry, scope.clock);
  scope.schedules.set(name, value);
  return scope.scalar(name, `${name} as scheduled`, ({ step }) => valueAt(step));
}

/** Binds every schedulable option of an entry. @param prefix First part of the inputs' names, as in `loss`. */
export function bindConfig(
  scope: GraphScope,
  registry: Registry,
  prefix: string,
  entry: Entry,
  config: Tagged,
): GraphConfig<Tagged> {
  const bound = Object.entries(config).map(([key, value]: [string, unknown]) => {
    const schedulable = entry.schema.properties[key]?.schedulable === true;
    return [
      key,
      schedulable ? bindScalar(scope, registry, `${prefix}/${key}`, value as Scheduled) : value,
    ] as const;
  });
  return { ...config, ...Object.fromEntries(bound) };
}
