/** Entries in the forms of other frameworks: `{ "class_name": "Dense", "config": { "units": 3 } }`, `{ "Dense": { "units": 3 } }`, `["Dense", 3]`. */
import { kindRecords, type Kind } from '../../entries/entry.js';
import type { JsonMember, JsonNode } from '../../source/jsonTree.js';
import { toValue } from '../../source/value.js';
import { stringOf, textNode, type JsonList } from '../expand/nodes.js';
import { isObject } from '../schema/mapSubschemas.js';
import { keyText, shortJson, type ProposedValue } from './formText.js';
import { coresOf, lettersOf } from './spelling.js';
import { acceptsValue } from './acceptsValue.js';
import type { Vocabulary } from './vocabulary.js';

type JsonObject = Extract<JsonNode, { readonly kind: 'object' }>;

/** Keys that name the type of an entry elsewhere, besides its kind. */
const namingKeys = ['name', 'kind', 'class', 'classname', 'target', 'op', 'id'];
/** Keys that Keras adds to what it saves. */
const savedKeys = ['module', 'registeredname', 'buildconfig', 'compileconfig'];
/** Keys of an object with all options of an entry. */
const optionKeys = ['config', 'params', 'parameters', 'args', 'kwargs', 'options', 'settings'];

/** The entry that an object without a known `type`, or a list, is in the language; undefined where its word is not known. */
export function entryForm(
  node: JsonNode | undefined,
  pointer: string,
  kind: Kind,
  vocabulary: Vocabulary,
): ProposedValue | undefined {
  const entry = node && entryOf(node, kind, vocabulary);
  if (!entry) return undefined;
  return {
    text: `write ${keyText(pointer)}${shortJson(toValue(entry))}`,
    correction: {
      kind: 'replace',
      by: (one) => entryOf(one, kind, vocabulary) ?? one,
      inside: [''],
    },
  };
}

/** The form of a number in the place of an entry, whose main option takes it. @param example An entry of that place. */
export function entryOfNumber(
  value: unknown,
  kind: Kind,
  example: unknown,
  vocabulary: Vocabulary,
): Readonly<Record<string, unknown>> | undefined {
  const type = isObject(example) ? example['type'] : example;
  if (typeof value !== 'number' || typeof type !== 'string') return undefined;
  const option = optionTaking(value, kind, type, vocabulary);
  return option === undefined ? undefined : { type, [option]: value };
}

function entryOf(node: JsonNode, kind: Kind, vocabulary: Vocabulary): JsonObject | undefined {
  if (node.kind === 'array') return entryOfList(node, kind, vocabulary);
  if (node.kind !== 'object') return undefined;
  const members = [...node.members].filter(([key]) => !savedKeys.includes(lettersOf(key)));
  const naming = members.find(([key]) => [...namingKeys, kind].includes(lettersOf(key)));
  const named = naming && wordOf(stringOf(naming[1].value), kind, vocabulary);
  if (named !== undefined) {
    const others = members.filter((one) => one !== naming);
    return withType(node, named, others.flatMap(spread));
  }
  const [only] = members;
  const word = members.length === 1 ? wordOf(only?.[0], kind, vocabulary) : undefined;
  if (only === undefined || word === undefined) return undefined;
  return withOptions(node, word, only[1], kind, vocabulary);
}

/** The entry of a list with its name and its options, the value of its main option, or those of all that it needs in their order. */
function entryOfList(node: JsonList, kind: Kind, vocabulary: Vocabulary): JsonObject | undefined {
  const [name, value, ...others] = node.items;
  const word = wordOf(stringOf(name), kind, vocabulary);
  if (word === undefined || value === undefined) return undefined;
  if (others.length > 0) return withValues(node, word, [value, ...others], kind, vocabulary);
  return withOptions(node, word, { key: value.range, value }, kind, vocabulary);
}

function withValues(
  node: JsonNode,
  word: string,
  values: readonly JsonNode[],
  kind: Kind,
  vocabulary: Vocabulary,
): JsonObject | undefined {
  const { properties = {}, required = [] } = vocabulary.fragment(kind, word) ?? {};
  const needed = required.filter((key) => key !== 'type');
  const members = values.map((value, at): [string, JsonMember] => [
    needed[at] ?? '',
    { key: value.range, value },
  ]);
  const areTaken = members.every(([key, { value }]) =>
    acceptsValue(properties[key], toValue(value), vocabulary),
  );
  return areTaken && needed.length === values.length ? withType(node, word, members) : undefined;
}

/** The entry of a word with an object of its options, the value of its main option, or nothing (`null`, `true`). */
function withOptions(
  node: JsonNode,
  word: string,
  member: JsonMember,
  kind: Kind,
  vocabulary: Vocabulary,
): JsonObject | undefined {
  if (member.value.kind === 'object') return withType(node, word, [...member.value.members]);
  const value = toValue(member.value);
  const option = optionTaking(value, kind, word, vocabulary);
  const isBare = value === null || value === true;
  if (option === undefined && !isBare) return undefined;
  return withType(node, word, option === undefined ? [] : [[option, member]]);
}

/** The members of an object with all options but those that are `null`, or the member itself. */
function spread([key, member]: [string, JsonMember]): readonly [string, JsonMember][] {
  const { value } = member;
  const isOfOptions = optionKeys.includes(lettersOf(key));
  if (!isOfOptions || value.kind !== 'object') return [[key, member]];
  return [...value.members].filter(([, option]) => toValue(option.value) !== null);
}

function withType(
  { range }: JsonNode,
  type: string,
  members: readonly [string, JsonMember][],
): JsonObject {
  const tag: [string, JsonMember] = ['type', { key: range, value: textNode(type, range) }];
  return { kind: 'object', range, members: new Map([tag, ...members]) };
}

function wordOf(name: string | undefined, kind: Kind, vocabulary: Vocabulary): string | undefined {
  return name === undefined ? undefined : vocabulary.words(kind).find(coresOf(name))[0]?.word;
}

/** Options that an entry is known by, where none must be given. */
const mainOptions = ['weight', 'learningRate', 'rate', 'alpha'];

/** The only option that must be given, else the main one, if it takes the value. */
function optionTaking(
  value: unknown,
  kind: Kind,
  type: string,
  vocabulary: Vocabulary,
): string | undefined {
  const { properties = {}, required = [] } = vocabulary.fragment(kind, type) ?? {};
  const isOwn = (name: string): boolean =>
    name !== 'type' && kindRecords[kind].sharedOptions?.[name] === undefined;
  const needed = required.filter(isOwn);
  const [first] = needed.length > 0 ? needed : mainOptions.filter((name) => properties[name]);
  const isOne = needed.length <= 1 && first !== undefined;
  return isOne && acceptsValue(properties[first], value, vocabulary) ? first : undefined;
}
