/** What questions are asked about: an entry with the options of one of its examples. */
import type { EntryOf, Kind } from '../entries/entry.js';
import type { Tagged } from '../entries/tagged.js';
import type { Registry } from '../entries/registry.js';
import { firstConfig } from '../language/schedule.js';
import { completed } from '../language/normalize/completed.js';
import type { Titled } from './finding.js';

/** An entry with one set of options. */
export interface Example<K extends Kind> extends Titled {
  /** The options as the example writes them. */
  readonly title: string;
  readonly entry: EntryOf[K];
  /** The options with defaults filled in, as a spec may write them. */
  readonly options: Tagged;
  /** The same with schedules at their first value. */
  readonly config: Tagged;
  /** The option that reaches the entry as a tensor, where one does. */
  readonly scheduled?: string;
  /** The words that the entry may refer to. */
  readonly registry: Registry;
}

/** Every example of an entry of a kind. */
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
