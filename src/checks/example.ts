/** Subjects of checks: an entry with the options of one of its examples. */
import type { EntryOf, Kind } from '../entries/entry.js';
import type { Tagged } from '../entries/tagged.js';
import type { Registry } from '../entries/registry.js';
import { firstConfig } from '../language/schedule.js';
import { completed } from '../language/normalize/completed.js';
import type { Titled } from './check.js';

/** An entry with one set of options. */
export interface Example<K extends Kind> extends Titled {
  /** The example as JSON. */
  readonly title: string;
  readonly entry: EntryOf[K];
  /** The options with defaults filled in, as a spec may write them. */
  readonly options: Tagged;
  /** The options with schedules at their first value. */
  readonly config: Tagged;
  /** The option that is a tensor in the recorded graph, if any. */
  readonly scheduled?: string;
  /** Entries that the options may name. */
  readonly registry: Registry;
}

/** All examples of an entry. */
export function examplesOf<K extends Kind>(
  kind: K,
  entry: EntryOf[K],
  registry: Registry,
): readonly Example<K>[] {
  return entry.schema.examples.map((example) => {
    const options = completed(kind, example, registry);
    const config = firstConfig(entry.schema, options, registry);
    return { title: JSON.stringify(example), entry, options, config, registry };
  });
}
