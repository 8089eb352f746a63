import { messageOf } from '../diagnostics/errors.js';
import { kinds, type Entry } from '../entries/entry.js';
import { isObject } from '../language/schema/mapSubschemas.js';

/**
 * A copy of an entry, whose getters and proxies are read here and never again; undefined for a value that no `define…`
 * function can have made.
 * @throws Error where a part of it cannot be read, or its fragment is no JSON.
 */
export function readEntry(value: unknown): Entry | undefined {
  if (!isObject(value)) return undefined;
  const { kind, type, schema, ...others } = value;
  if (!kinds.some((one) => one === kind) || typeof type !== 'string') return undefined;
  if (!isObject(schema)) return undefined;
  // The kind's functions are demanded by `missingHooks`, the form of the fragment by `fragmentProblems`.
  return { kind, type, schema: asJson(schema), ...others } as Entry;
}

function asJson(schema: object): unknown {
  try {
    return JSON.parse(JSON.stringify(schema));
  } catch (error) {
    const [reason = ''] = messageOf(error).split('\n');
    throw new Error(`its schema is no JSON: ${reason}`, { cause: error });
  }
}
