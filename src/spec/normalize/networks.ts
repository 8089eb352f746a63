/** The networks of a spec, whatever their names. */
import { isObject } from '../../registry/mapSubschemas.js';
import type { JsonObject } from './rule.js';

/** A copy of a spec in which `change` has replaced the layers of every network: of every object with a list `layers`. */
export function mapNetworks(
  spec: JsonObject,
  change: (layers: readonly JsonObject[]) => readonly JsonObject[],
): JsonObject {
  return Object.fromEntries(
    Object.entries(spec).map(([key, value]) => {
      const layers = isObject(value) ? value['layers'] : undefined;
      return isObject(value) && Array.isArray(layers)
        ? [key, { ...value, layers: change(layers.filter(isObject)) }]
        : [key, value];
    }),
  );
}
