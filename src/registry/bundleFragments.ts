/** The schema of the whole language, put together from the schema of a spec and the fragments of its entries. */
import { kinds, type Kind } from './entries.js';
import { isObject, mapSubschemas, withoutKeywords } from './mapSubschemas.js';
import type { FragmentSchema, JsonSchema, PropertySchema } from './schema.js';

/** Fragments by kind, each list in the order in which the union shows it. */
export type Fragments = Readonly<Record<Kind, readonly FragmentSchema[]>>;

/** Keys that a kind has for itself, on top of what its entries declare. */
export const reservedKeys: Readonly<
  Partial<Record<Kind, Readonly<Record<string, PropertySchema>>>>
> = {
  layer: {
    name: {
      type: 'string',
      pattern: '^[A-Za-z][A-Za-z0-9_]*$',
      description:
        'Name of the layer in tables, parameter names and `input`. Without it: its type and its index among the layers of that type, as in `dense_0`.',
    },
    input: {
      anyOf: [
        { type: 'string', minLength: 1 },
        { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
      ],
      description:
        'Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network. Without it: the layer before.',
    },
  },
  penalty: {
    name: {
      type: 'string',
      pattern: '^[A-Za-z][A-Za-z0-9_]*$',
      description: 'Name of the penalty in logs and graph inputs. Without it: its type.',
    },
    every: {
      type: 'integer',
      minimum: 1,
      default: 1,
      description: 'Acts on every n-th discriminator update only, starting with the first.',
    },
  },
};

/** The name of a kind's tagged union in the bundle and in the generated types, such as `Layer`. */
export function unionName(kind: Kind): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** The tag of a fragment, or an empty string where it has none. */
export function tagOf(fragment: FragmentSchema): string {
  const tag = fragment.properties['type']?.['const'];
  return typeof tag === 'string' ? tag : '';
}

/**
 * One schema in pure draft-07: every fragment is a definition under its title, every kind a tagged union under its name.
 * @param top The schema of a spec, in the dialect of fragments.
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
  const properties = { type, ...reservedKeys[kind], ...options };
  return withoutKeywords(expand({ ...fragment, properties }), ['$id']);
}

/** A bare name stands for an entry that needs no option; schedules, which take the place of numbers, have none. */
function union(kind: Kind, fragments: readonly FragmentSchema[]): JsonSchema {
  if (fragments.length === 0) return { not: {} };
  const objects: JsonSchema = {
    type: 'object',
    required: ['type'],
    discriminator: { propertyName: 'type' },
    oneOf: fragments.map(({ title }) => reference(title)),
  };
  const bare = fragments.filter(({ required }) => required.length === 1).map(tagOf);
  if (kind === 'schedule' || bare.length === 0) return objects;
  return { anyOf: [{ type: 'string', enum: bare }, objects] };
}

function reference(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}

const annotations = ['title', 'description', 'default', 'examples'];

/** Writes `schedulable` and `entry` out; what is said for people stays beside the choice, not in a branch of it. */
function expand(schema: JsonSchema): JsonSchema {
  const plain = withoutKeywords(mapSubschemas(schema, expand), ['schedulable', 'entry']);
  const kind = kinds.find((known) => known === schema['entry']);
  if (schema['schedulable'] !== true && kind === undefined) return plain;
  const number = withoutKeywords(plain, annotations);
  const outer = withoutKeywords(plain, Object.keys(number));
  if (kind === undefined) return { ...outer, anyOf: [number, reference('Schedule')] };
  const target = reference(unionName(kind));
  return schema['default'] === null
    ? { ...outer, anyOf: [target, { type: 'null' }] }
    : { ...outer, allOf: [target] };
}
