/** Subjects of the checks: every example of every built-in entry. */
import type { EntryOf, Kind } from '../../../src/entries/entry.js';
import { complete, registry } from './complete.js';
import type { Options } from './runLayer.js';

/** An entry with one set of options, all of them filled in. */
export interface Example<K extends Kind> {
  /** The options as the example writes them. */
  readonly title: string;
  readonly entry: EntryOf[K];
  readonly config: Options;
}

/** Every example of every entry of a kind. */
export function examplesOf<K extends Kind>(kind: K): readonly Example<K>[] {
  return registry.all(kind).flatMap((entry) =>
    entry.schema.examples.map((example) => ({
      title: JSON.stringify(example),
      entry,
      config: { ...complete(kind, example) },
    })),
  );
}
