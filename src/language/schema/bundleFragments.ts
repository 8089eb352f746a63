/** The schema of the whole language, put together from the schema of a spec and the fragments of its entries. */
import { kinds, type Kind } from '../../entries/entry.js';
import { isObject, mapSubschemas, orElse, withoutKeywords } from './mapSubschemas.js';
import type { FragmentSchema, JsonSchema, PropertySchema } from './fragment.js';
import { isStructureType } from './structureTypes.js';

/** Fragments by kind, each list in the order in which the union shows it. */
export type Fragments = Readonly<Record<Kind, readonly FragmentSchema[]>>;

function lossWeight(network: string): PropertySchema {
  return {
    type: 'number',
    minimum: 0,
    schedulable: true,
    default: 1,
    description: `Factor on the adversarial loss of the ${network}; penalties have weights of their own.`,
  };
}

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
        'Name of the layer this one reads, or a list of names for a layer that joins several; `input` is the input of the network (inside a block, repeat or residual: of that), `labels` the class of the sample where the spec has labels. Without it: the layer before.',
    },
    spectralNorm: {
      type: 'boolean',
      default: false,
      description:
        'Divides each kernel of the layer by its largest singular value, estimated by one power iteration in each update (Miyato et al. 2018, arXiv:1802.05957).',
    },
    equalizedLearningRate: {
      anyOf: [{ type: 'boolean' }, { type: 'number', exclusiveMinimum: 0 }],
      default: false,
      description:
        "Keeps kernels with unit variance and multiplies them by 1 / √fan-in where they are used, so that all layers learn at one rate (Karras et al. 2018, arXiv:1710.10196, section 4.1). A number is a learning rate multiplier of this layer, as the 0.01 of StyleGAN's mapping network.",
    },
  },
  loss: {
    discriminatorWeight: lossWeight('discriminator'),
    generatorWeight: lossWeight('generator'),
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
  schedule: {
    unit: {
      enum: ['steps', 'epochs', 'images'],
      default: 'steps',
      description:
        'What the lengths of the schedule count: iterations of training, passes over the data set, or images; an iteration counts as many images as a batch has.',
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
  const properties = { type, ...keysOf(kind, fragment), ...options };
  return withoutKeywords(expand({ ...fragment, properties }), ['$id']);
}

/** Layers that stand for others have nothing that the other keys could act on. */
function keysOf(kind: Kind, fragment: FragmentSchema): Readonly<Record<string, PropertySchema>> {
  const { name, input, ...others } = reservedKeys[kind] ?? {};
  const common = { ...(name && { name }), ...(input && { input }) };
  return kind === 'layer' && isStructureType(tagOf(fragment)) ? common : { ...common, ...others };
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

/** Writes `schedulable` and `entry` out. */
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
