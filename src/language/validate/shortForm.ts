/** Values in a short form that the language does not have, as `"latent": 100`: the object or the list that they belong in. */
import { isObject } from '../schema/mapSubschemas.js';
import { choicesOf, propertiesOf, tagOf } from '../schema/choices.js';
import type { JsonSchema } from '../schema/fragment.js';
import { players } from '../../entries/player.js';
import type { JsonMember, JsonNode } from '../../source/jsonTree.js';
import { pathOf, pointerTo } from '../../source/pointer.js';
import type { Replacing } from '../corrections/correction.js';
import { nearest } from '../nearest.js';
import type { Vocabulary } from './vocabulary.js';
import { isSection } from './optionNames.js';
import { isWithinBounds } from './withinBounds.js';
import { orList } from './words.js';

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
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const form = withoutList(items, pointer, schemas, vocabulary);
    if (form) return form;
  }
  for (const schema of schemas) {
    const form = asOptions(value, pointer, schema, vocabulary);
    if (form) return form;
    const isItem =
      schema['type'] === 'array' &&
      // A single number says too little: a size has one for each axis.
      !(Array.isArray(value) || typeof value === 'number') &&
      takes(schema['items'], value, vocabulary);
    if (isItem) return asItem(value, pointer);
  }
  return undefined;
}

/** The form of a list that should be its only item, or an object with an entry for each network in their order. */
function withoutList(
  items: readonly unknown[],
  pointer: string,
  schemas: readonly JsonSchema[],
  vocabulary: Vocabulary,
): ProposedValue | undefined {
  const [item] = items;
  if (items.length === 1 && schemas.some((schema) => isOrTakes(schema, item, vocabulary))) {
    return {
      text: `write ${keyText(pointer)}${shortened(item)}`,
      correction: { kind: 'replace', by: (node) => itemOf(node, 0), inside: [''] },
    };
  }
  const isForBoth = schemas.some((schema) =>
    players.every(
      (player, i) => isEntry(items[i]) && takes(propertiesOf(schema)[player], items[i], vocabulary),
    ),
  );
  if (!isForBoth || items.length !== players.length) return undefined;
  const forms = players.map((player, i) => `"${player}": ${shortened(items[i])}`);
  return {
    text: `write ${keyText(pointer)}{ ${forms.join(', ')} }`,
    correction: {
      kind: 'replace',
      by: (node) => {
        const members = players.map((player, i): [string, JsonMember] => [
          player,
          { key: node.range, value: itemOf(node, i) },
        ]);
        return { kind: 'object', range: node.range, members: new Map(members) };
      },
      inside: [],
    },
  };
}

/** True for the name of an entry or an entry where one is wanted, and for text where text is. */
function isOrTakes(schema: JsonSchema, item: unknown, vocabulary: Vocabulary): boolean {
  if (typeof item === 'string') {
    return (
      [schema['type']].flat().includes('string') || vocabulary.kindOfUnion(schema) !== undefined
    );
  }
  return isEntry(item) && vocabulary.kindOfUnion(schema) !== undefined;
}

function itemOf(node: JsonNode, index: number): JsonNode {
  return (node.kind === 'array' ? node.items[index] : undefined) ?? node;
}

/** True for an object that is no entry, and none of whose options must be given. */
function isOptional(schema: JsonSchema): boolean {
  const isSection = schema['type'] !== 'array' && tagOf(schema) === undefined;
  return isSection && schema['properties'] !== undefined && schema['required'] === undefined;
}

/**
 * The options that take the value: both where each network has one, else the first one that must be given, else the first one.
 * An object with settings of every kind, such as `training`, leaves open which one a number is.
 */
function optionsFor(
  value: unknown,
  schema: JsonSchema,
  vocabulary: Vocabulary,
): { readonly meant: readonly string[]; readonly isForAll: boolean } {
  const none = { meant: [], isForAll: false };
  if (tagOf(schema) !== undefined || (isObject(value) && !('type' in value))) return none;
  const options = Object.entries(propertiesOf(schema));
  const taking = options
    .filter(([, option]) => takes(option, value, vocabulary))
    .map(([name]) => name);
  const isForAll = isEntry(value) && taking.length > 1 && taking.every(isNetwork);
  if (isObject(value) && !isForAll) return none;
  const { definitions } = vocabulary.annotated;
  const isMixed = options.some(([, option]) => isSection(choicesOf(option, definitions)));
  if (isForAll || (isMixed && typeof value === 'number')) {
    return { meant: taking.length > 1 ? taking : [], isForAll };
  }
  const needed = taking.find((name) => [schema['required']].flat().includes(name));
  return { meant: (needed === undefined ? taking : [needed]).slice(0, 1), isForAll };
}

/** True for a key that each network has one of: what is written once is meant for both. */
function isNetwork(key: string): boolean {
  return (players as readonly string[]).includes(key);
}

/** True for the name of an entry, or an entry with options. */
function isEntry(value: unknown): boolean {
  return typeof value === 'string' || (isObject(value) && typeof value['type'] === 'string');
}

function takes(schema: unknown, value: unknown, vocabulary: Vocabulary): boolean {
  const choices = choicesOf(schema, vocabulary.annotated.definitions);
  // Entries have more names than their enum has: that of another library is looked for later.
  const isForEntries = choices.some((choice) => tagOf(choice) !== undefined);
  return choices.some((choice) => {
    if (isObject(value)) return tagOf(choice) !== undefined;
    if (Array.isArray(value)) return choice['type'] === 'array';
    if (typeof value === 'string') return isForEntries || hasWord(choice, value);
    return typeof value === 'number' && isWithinBounds(value, choice);
  });
}

/** True for one of the words of a schema, if misspelt. */
function hasWord({ enum: words }: JsonSchema, value: string): boolean {
  const texts = [words].flat().filter((word) => typeof word === 'string');
  return nearest(value, texts) !== undefined;
}

function asOptions(
  value: unknown,
  pointer: string,
  schema: JsonSchema,
  vocabulary: Vocabulary,
): ProposedValue | undefined {
  const plain = isNumberText(value) ? Number(value) : value;
  const { meant, isForAll } = optionsFor(plain, schema, vocabulary);
  const [first] = meant;
  if (first === undefined) return undefined;
  const short = shortened(plain);
  const options = isForAll ? meant : [first];
  const forms = isForAll
    ? [`{ ${options.map((option) => `"${option}": ${short}`).join(', ')} }`]
    : meant.slice(0, 3).map((option) => `{ "${option}": ${short} }`);
  const which = forms.length > 1 ? ', whichever is meant' : '';
  return {
    text: `write ${keyText(pointer)}${orList(forms)}${which}`,
    correction: {
      kind: 'replace',
      by: (node) => {
        const inner: JsonNode =
          plain === value ? node : { ...node, kind: 'scalar', value: Number(value) };
        const member: JsonMember = { key: node.range, value: inner };
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

/** True for text that is a number. */
export function isNumberText(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value);
}
