/** Bundles the schema of a spec and the fragments of its words into one schema. */
import { kindRecords, kinds, type Kind } from '../../entries/entry.js';
import { isObject, mapSubschemas, orElse, withoutKeywords } from './mapSubschemas.js';
import { tagOf } from './choices.js';
import {
  messageKeywords,
  type FragmentSchema,
  type JsonSchema,
  type PropertySchema,
} from './fragment.js';

/** Fragments by kind, in the order of the union. */
export type Fragments = Readonly<Record<Kind, readonly FragmentSchema[]>>;

/** The name of a kind's tagged union in the bundle and in the generated types, such as `Layer`. */
export function unionName(kind: Kind): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** Keywords of the dialect that are written out. */
const writtenOut = ['schedulable', 'entry', 'formerNames'];

/**
 * One schema in pure draft-07: every fragment is a definition under its title, every kind a tagged union under its name.
 * @param top The schema of a spec, with the keywords of fragments.
 */
export function bundleFragments(top: JsonSchema, fragments: Fragments): JsonSchema {
  return bundle(top, fragments, [...writtenOut, ...messageKeywords]);
}

/** The same schema with the keywords that only messages read. */
export function annotatedBundle(top: JsonSchema, fragments: Fragments): JsonSchema {
  return bundle(top, fragments, writtenOut);
}

/** @param leftOut Keywords that the bundle has not. */
function bundle(top: JsonSchema, fragments: Fragments, leftOut: readonly string[]): JsonSchema {
  const spec = expand(top, leftOut);
  const definitions: Record<string, unknown> = isObject(spec['definitions'])
    ? { ...spec['definitions'] }
    : {};
  for (const kind of kinds) {
    definitions[unionName(kind)] = union(kind, fragments[kind]);
    for (const fragment of fragments[kind]) {
      definitions[fragment.title] = define(kind, fragment, leftOut);
    }
  }
  return { ...spec, definitions };
}

function define(kind: Kind, fragment: FragmentSchema, leftOut: readonly string[]): JsonSchema {
  const { type, ...options } = fragment.properties;
  const properties = {
    type: fragment.formerNames ? { enum: namesOf(fragment) } : type,
    ...sharedOptionsOf(kind, fragment),
    ...options,
  };
  return withoutKeywords(expand({ ...fragment, properties }, leftOut), ['$id']);
}

/** The tag of a fragment, then its former names. */
function namesOf(fragment: FragmentSchema): readonly string[] {
  return [tagOf(fragment) ?? '', ...(fragment.formerNames ?? [])];
}

/** The shared options of a word of this kind. */
function sharedOptionsOf(
  kind: Kind,
  fragment: FragmentSchema,
): Readonly<Record<string, PropertySchema>> {
  const { sharedOptions = {}, composites } = kindRecords[kind];
  if (composites?.types.includes(tagOf(fragment) ?? '') !== true) return sharedOptions;
  return Object.fromEntries(
    Object.entries(sharedOptions).filter(([name]) => composites.options.includes(name)),
  );
}

/** A bare name stands for a word that needs no option, where the kind has bare names. */
function union(kind: Kind, fragments: readonly FragmentSchema[]): JsonSchema {
  if (fragments.length === 0) return { not: {} };
  const objects: JsonSchema = {
    type: 'object',
    required: ['type'],
    discriminator: { propertyName: 'type' },
    oneOf: fragments.map(({ title }) => reference(title)),
  };
  const bare = fragments.filter(({ required }) => required.length === 1).flatMap(namesOf);
  if (kindRecords[kind].bareNames === false || bare.length === 0) return objects;
  return { anyOf: [{ type: 'string', enum: bare }, objects] };
}

function reference(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}

/** Expands the keywords `schedulable` and `entry`. @param leftOut Keywords to remove. */
function expand(schema: JsonSchema, leftOut: readonly string[]): JsonSchema {
  const inner = mapSubschemas(schema, (one) => expand(one, leftOut));
  const plain = withoutKeywords(inner, leftOut);
  const kind = kinds.find((known) => known === schema['entry']);
  if (kind === undefined) {
    return schema['schedulable'] === true ? orElse(plain, reference('Schedule')) : plain;
  }
  const target = reference(unionName(kind));
  return schema['default'] === null
    ? { ...plain, anyOf: [target, { type: 'null' }] }
    : { ...plain, allOf: [target] };
}
