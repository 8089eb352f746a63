import { kindRecords, type Entry } from '../entries/entry.js';

/** Names of the functions that an entry should have and has not. */
export function missingHooks(entry: Entry): readonly string[] {
  const { hookResults, optionalHooks = [] } = kindRecords[entry.kind];
  const own: Readonly<Record<string, unknown>> = { ...entry };
  const optional: readonly string[] = optionalHooks;
  return Object.keys(hookResults).filter(
    (name) => typeof own[name] !== 'function' && !optional.includes(name),
  );
}
