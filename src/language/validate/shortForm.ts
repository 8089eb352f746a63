/** Values in a short form that the language does not have, as `"latent": 100`: the object or the list that they belong in. */
import { isObject } from '../schema/mapSubschemas.js';
import { choicesOf, propertiesOf, tagOf } from '../schema/choices.js';
import type { JsonSchema } from '../schema/fragment.js';
import { takesNumbers } from '../schema/withExpressions.js';
import type { JsonMember, JsonNode } from '../../source/jsonTree.js';
import { pathOf, pointerTo } from '../../source/pointer.js';
import type { Replacing } from '../corrections/correction.js';
import type { Vocabulary } from './vocabulary.js';

/** A value that was probably meant. */
export interface ProposedValue {
  /** Such as `write "latent": { "dim": 100 }`. */
  readonly text: string;
  readonly correction: Replacing;
}

/**
 * The form in which a value fits one of the schemas at its place: as an option of an object, as options that all take such an
 * entry, or as the only item of a list. Undefined where there is none.
 */
export function wholeForm(
  value: unknown,
  pointer: string,
  schemas: readonly JsonSchema[],
  vocabulary: Vocabulary,
): ProposedValue | undefined {
  if (pointer === '') return undefined;
  if (value === true && schemas.some((schema) => isOptional(schema))) return asDefaults(pointer);
  for (const schema of schemas) {
    const options = optionsFor(value, schema, vocabulary);
    if (options.length > 0) return asOptions(value, pointer, options);
    const isItem =
      schema['type'] === 'array' &&
      // A single number says too little: a size has one for each axis.
      !(Array.isArray(value) || typeof value === 'number') &&
      takes(schema['items'], value, vocabulary);
    if (isItem) return asItem(value, pointer);
  }
  return undefined;
}

/** True for an object that is no entry, and none of whose options must be given. */
function isOptional(schema: JsonSchema): boolean {
  const isSection = schema['type'] !== 'array' && tagOf(schema) === undefined;
  return isSection && schema['properties'] !== undefined && schema['required'] === undefined;
}

/** The options that take the value: the first that does, or all where all of them take an entry of one kind. */
function optionsFor(value: unknown, schema: JsonSchema, vocabulary: Vocabulary): readonly string[] {
  if (tagOf(schema) !== undefined || (isObject(value) && !('type' in value))) return [];
  const options = Object.entries(propertiesOf(schema));
  const taking = options.filter(([, option]) => takes(option, value, vocabulary));
  const isForAll = taking.length === options.length && isEntry(value);
  return (isForAll ? taking : taking.slice(0, isObject(value) ? 0 : 1)).map(([name]) => name);
}

/** True for the name of an entry, or an entry with options. */
function isEntry(value: unknown): boolean {
  return typeof value === 'string' || (isObject(value) && typeof value['type'] === 'string');
}

function takes(schema: unknown, value: unknown, vocabulary: Vocabulary): boolean {
  const { definitions } = vocabulary.annotated;
  return choicesOf(schema, definitions).some((choice) => {
    if (isObject(value)) return tagOf(choice) !== undefined;
    if (Array.isArray(value)) return choice['type'] === 'array';
    if (typeof value === 'string') return Array.isArray(choice['enum']);
    return typeof value === 'number' && takesNumbers(choice);
  });
}

function asOptions(value: unknown, pointer: string, options: readonly string[]): ProposedValue {
  const short = shortened(value);
  const inside = options.map((option) => `"${option}": ${short}`).join(', ');
  return {
    text: `write ${keyText(pointer)}{ ${inside} }`,
    correction: {
      kind: 'replace',
      by: (node) => {
        const member: JsonMember = { key: node.range, value: node };
        const members = new Map(options.map((option) => [option, member]));
        return { kind: 'object', range: node.range, members };
      },
      inside: options.map((option) => pointerTo([option])),
    },
  };
}

function asDefaults(pointer: string): ProposedValue {
  return {
    text: `write ${keyText(pointer)}{} for the defaults`,
    correction: {
      kind: 'replace',
      by: ({ range }) => ({ kind: 'object', range, members: new Map() }),
      inside: [],
    },
  };
}

function asItem(value: unknown, pointer: string): ProposedValue {
  return {
    text: `write ${keyText(pointer)}[${shortened(value)}]`,
    correction: {
      kind: 'replace',
      by: (node): JsonNode => ({ kind: 'array', range: node.range, items: [node] }),
      inside: ['/0'],
    },
  };
}

function keyText(pointer: string): string {
  const key = pathOf(pointer).at(-1) ?? '';
  return key === '' || /^\d+$/.test(key) ? '' : `"${key}": `;
}

/** The value as JSON; an object or a list that is long with its first key, or without its items. */
function shortened(value: unknown): string {
  const text = JSON.stringify(value).replace(/([:,])"?/g, (all) => all.replace(/[:,]/, '$& '));
  if (text.length <= 60) return text;
  if (Array.isArray(value)) return '[ … ]';
  const type = isObject(value) ? value['type'] : undefined;
  return isObject(value) ? `{ "type": ${JSON.stringify(type)}, … }` : `${text.slice(0, 59)}…`;
}
