/** The networks of a spec, whatever their names. */
import { isObject } from '../schema/mapSubschemas.js';
import type { JsonObject } from './rule.js';

/**
 * A copy of a spec in which `change` has replaced the layers of every network: of every object with a list `layers`. An
 * option of an entry that is called `layers` is left alone.
 */
export function mapNetworks(
  spec: JsonObject,
  change: (layers: readonly JsonObject[]) => readonly JsonObject[],
): JsonObject {
  if ('type' in spec) return spec;
  const { layers } = spec;
  const inner = Object.entries(spec).map(([key, value]) => [
    key,
    isObject(value) ? mapNetworks(value, change) : value,
  ]);
  const copy = Object.fromEntries(inner) as JsonObject;
  return Array.isArray(layers) ? { ...copy, layers: change(layers.filter(isObject)) } : copy;
}
