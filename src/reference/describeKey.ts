/** Keys of a spec and options of its words, described in plain text. */
import { kindRecords, kinds } from '../entries/entry.js';
import type { Registry } from '../entries/registry.js';
import { schema as top } from '../generated/gan.js';
import { choicesOf, propertiesOf } from '../language/schema/choices.js';
import type { JsonSchema } from '../language/schema/fragment.js';
import { isObject } from '../language/schema/mapSubschemas.js';
import { describedOption, plainName, type DescribedOption } from './describeWord.js';

export interface DescribedKey extends DescribedOption {
  /** Its place, as in `training.batchSize` or `momentum of optimizer "sgd"`. */
  readonly name: string;
  /** Keys of the object that it takes. */
  readonly keys: readonly DescribedOption[];
}

/** A key of an object. */
interface Key {
  readonly name: string;
  readonly place: string;
  readonly schema: JsonSchema;
  /** Required keys of the object. */
  readonly required: readonly string[];
}

const definitions = isObject(top['definitions']) ? top['definitions'] : {};

/**
 * The keys of a spec and the options of words that have this name, case and punctuation aside. A path, as in
 * `training.batchSize`, means that key alone.
 */
export function describeKeys(name: string, registry: Registry): readonly DescribedKey[] {
  const keys = allKeys(registry);
  const found = keys.filter(({ place }) => place.toLowerCase() === name.toLowerCase());
  return (found.length > 0 ? found : keys.filter((key) => isCalled(name, [key.name]))).map(
    described,
  );
}

/** The keys and options that have this name in other libraries. */
export function describeForeignKeys(name: string, registry: Registry): readonly DescribedKey[] {
  return allKeys(registry)
    .filter(({ schema }) => isCalled(name, listAt(schema, 'otherNames')))
    .map(described);
}

function isCalled(name: string, names: readonly string[]): boolean {
  return names.some((one) => plainName(one) === plainName(name));
}

function described({ name, place, schema, required }: Key): DescribedKey {
  const keys = keysIn(schema).map((key) => describedOption(key.name, key.schema, key.required));
  return { ...describedOption(name, schema, required), name: place, keys };
}

/** The names of all keys of a spec and of all options of words. */
export function keyNames(registry: Registry): readonly string[] {
  return [...new Set(allKeys(registry).map(({ name }) => name))];
}

function allKeys(registry: Registry): readonly Key[] {
  const words = kinds.flatMap((kind) => [
    ...registry.words(kind).map(({ type, schema }) => [`${kind} "${type}"`, schema] as const),
    [`every ${kind}`, { properties: kindRecords[kind].sharedOptions ?? {} }] as const,
  ]);
  const options = words.flatMap(([word, schema]) =>
    keysWithin({ ...schema }, (path) => `${path} of ${word}`),
  );
  return [...keysWithin(top, (path) => path), ...options];
}

/** The keys of an object, each followed by those in it. @param placeOf The place of a path from the object on. */
function keysWithin(schema: JsonSchema, placeOf: (path: string) => string): readonly Key[] {
  return keysIn(schema).flatMap((key) => [
    { ...key, place: placeOf(key.name) },
    ...keysWithin(key.schema, (path) => placeOf(`${key.name}.${path}`)),
  ]);
}

/** The keys of the objects that a schema accepts, but for the type of an entry. */
function keysIn(schema: JsonSchema): readonly Key[] {
  return choicesOf(schema, definitions).flatMap((choice) =>
    Object.entries(propertiesOf(choice)).flatMap(([name, inner]) =>
      isObject(inner) && !(name === 'type' && 'const' in inner)
        ? [{ name, place: name, schema: inner, required: listAt(choice, 'required') }]
        : [],
    ),
  );
}

function listAt(schema: JsonSchema, keyword: string): readonly string[] {
  const list = schema[keyword];
  return Array.isArray(list) ? list.map(String) : [];
}
