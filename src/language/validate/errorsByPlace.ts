/** Ajv's errors by the values that they are about. */
import type { ErrorObject } from 'ajv';

/** Errors by the JSON Pointer of the value that they are about. */
export type ErrorsByPlace = ReadonlyMap<string, readonly ErrorObject[]>;

/** The groups in the order of their first errors. */
export function groupByPlace(errors: readonly ErrorObject[]): ErrorsByPlace {
  const groups = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const group = groups.get(error.instancePath);
    if (group) group.push(error);
    else groups.set(error.instancePath, [error]);
  }
  return groups;
}

/** The pointers of all values that contain the one at a pointer. */
export function placesAround(pointer: string): readonly string[] {
  return Array.from(pointer.matchAll(/\//g), ({ index }) => pointer.slice(0, index));
}
