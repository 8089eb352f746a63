/** Looks up entries after validation. */
import { InternalError } from '../diagnostics/errors.js';
import type { EntryOf, Kind } from './entry.js';
import type { Registry } from './registry.js';

/** The entry of a tag. @throws InternalError where validation should have refused the spec. */
export function entryOf<K extends Kind>(registry: Registry, kind: K, type: string): EntryOf[K] {
  const entry = registry.get(kind, type);
  if (!entry) throw new InternalError(`no ${kind} is called ${type}, though validation passed`);
  return entry;
}
