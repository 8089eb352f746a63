/** Bundles the schema of a spec and the fragments of its words into one schema. */
import { kindRecords, kinds, type Kind } from '../../entries/entry.js';
import { isObject, mapSubschemas, orElse, withoutKeywords } from './mapSubschemas.js';
import { tagOf } from './choices.js';
import type { FragmentSchema, JsonSchema, PropertySchema } from './fragment.js';

/** Fragments by kind, in the order of the union. */
export type Fragments = Readonly<Record<Kind, readonly FragmentSchema[]>>;

/** The name of a kind's tagged union in the bundle and in the generated types, such as `Layer`. */
export function unionName(kind: Kind): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/**
 * One schema in pure draft-07: every fragment is a definition under its title, every kind a tagged union under its name.
 * @param top The schema of a spec, with the keywords of fragments.
 */
export function bundleFragments(top: JsonSchema, fragments: Fragments): JsonSchema {
  const spec = expand(top);
  const definitions: Record<string, unknown> = isObject(spec['definitions'])
    ? { ...spec['definitions'] }
    : {};
  for (const kind of kinds) {
    definitions[unionName(kind)] = union(kind, fragments[kind]);
    for (const fragment of fragments[kind]) definitions[fragment.title] = define(kind, fragment);
  }
  return { ...spec, definitions };
}

function define(kind: Kind, fragment: FragmentSchema): JsonSchema {
  const { type, ...options } = fragment.properties;
  const { formerNames, ...rest } = fragment;
  const properties = {
    type: formerNames ? { enum: namesOf(fragment) } : type,
    ...sharedOptionsOf(kind, fragment),
    ...options,
  };
  return withoutKeywords(expand({ ...rest, properties }), ['$id']);
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

/** Expands the keywords `schedulable` and `entry`. */
function expand(schema: JsonSchema): JsonSchema {
  const plain = withoutKeywords(mapSubschemas(schema, expand), ['schedulable', 'entry']);
  const kind = kinds.find((known) => known === schema['entry']);
  if (kind === undefined) {
    return schema['schedulable'] === true ? orElse(plain, reference('Schedule')) : plain;
  }
  const target = reference(unionName(kind));
  return schema['default'] === null
    ? { ...plain, anyOf: [target, { type: 'null' }] }
    : { ...plain, allOf: [target] };
}
