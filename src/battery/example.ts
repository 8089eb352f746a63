/** What questions are asked about: an entry with the options of one of its examples. */
import { unionName } from '../registry/bundleFragments.js';
import type { EntryOf, Kind, Tagged } from '../registry/entries.js';
import { isObject } from '../registry/mapSubschemas.js';
import type { Registry } from '../registry/registry.js';
import { hostConfig } from '../registry/schedule.js';
import { languageOf } from '../spec/language.js';
import { bareNames } from '../spec/normalize/bareNames.js';
import { defaults } from '../spec/normalize/defaults.js';
import { walk } from '../spec/normalize/walk.js';
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
  /** The words that the entry may refer to. */
  readonly registry: Registry;
}

/**
 * Options as the pipeline hands them on: bare names written out, defaults filled in.
 * @param options As a spec may write them.
 * @throws TypeError for what is no object with a type.
 */
export function completed(kind: Kind, options: unknown, registry: Registry): Tagged {
  const { definitions } = languageOf(registry);
  const union = definitions[unionName(kind)];
  const full = isObject(union)
    ? walk(options, union, definitions, [bareNames, defaults])
    : undefined;
  if (!isObject(full) || typeof full['type'] !== 'string') {
    throw new TypeError(`${JSON.stringify(options)} is no ${kind}`);
  }
  return { ...full, type: full['type'] };
}

/** Every example of an entry of a kind. */
export function examplesOf<K extends Kind>(
  kind: K,
  entry: EntryOf[K],
  registry: Registry,
): readonly Example<K>[] {
  return entry.schema.examples.map((example) => {
    const options = completed(kind, example, registry);
    const config = hostConfig(entry.schema, options, registry, 0);
    return { title: JSON.stringify(example), entry, options, config, registry };
  });
}
