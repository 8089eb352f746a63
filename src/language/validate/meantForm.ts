/** The value that was probably meant in the place of one that the language does not accept there. */
import { isObject } from '../schema/mapSubschemas.js';
import { players } from '../../entries/player.js';
import { choicesOf, propertiesOf } from '../schema/choices.js';
import type { JsonSchema } from '../schema/fragment.js';
import { nodeAt } from '../../source/locate.js';
import type { Replacing } from '../corrections/correction.js';
import { entryForm, entryOfNumber } from './entryForm.js';
import type { ExplainContext } from './explainContext.js';
import { keyText, shortJson } from './formText.js';
import { examplesAt, firstExample, optionAt } from './optionAt.js';
import { meantScalar, meantWord, otherValue } from './scalarForm.js';
import { wholeForm } from './shortForm.js';
import { coresOf } from './spelling.js';
import { maxNameLength } from './unknownType.js';

/** A value that none of the choices at its place accepts. */
export interface Misplaced {
  readonly data: unknown;
  readonly pointer: string;
  /** Schemas of its place. */
  readonly schemas: readonly JsonSchema[];
  /** JSON types that they accept. */
  readonly types: readonly unknown[];
  /** Values that they list. */
  readonly words: readonly unknown[];
}

/** A hint with the value that was meant, and the change to it where the value is certain. */
export interface MeantForm {
  readonly text: string;
  readonly correction?: Replacing;
}

/** The form of such a value that the language has. */
export function meantForm(value: Misplaced, context: ExplainContext): MeantForm | undefined {
  const { data, pointer, schemas, types, words } = value;
  const { annotated } = context.vocabulary;
  return (
    otherValue(data, pointer, optionAt(context.tree, pointer, annotated)) ??
    meantScalar(data, types) ??
    wholeForm(data, pointer, schemas, context.vocabulary) ??
    meantWord(data, words) ??
    namedForm(value, context) ??
    listedForm(value, context) ??
    numberForm(value, context) ??
    numberForBoth(value, context)
  );
}

/** The entry of a name where no bare name may stand, as the schedule of a learning rate. */
function namedForm(
  { data, pointer, schemas }: Misplaced,
  { vocabulary }: ExplainContext,
): MeantForm | undefined {
  const [kind] = schemas.flatMap((schema) => vocabulary.kindOfUnion(schema) ?? []);
  if (kind === undefined || typeof data !== 'string' || data.length > maxNameLength)
    return undefined;
  const [meant] = vocabulary.words(kind).find(coresOf(data));
  const needed = meant && vocabulary.fragment(kind, meant.word)?.required;
  if (!needed) return undefined;
  const members = needed.filter((key) => key !== 'type').map((key) => `, "${key}": …`);
  return { text: `write ${keyText(pointer)}{ "type": "${meant.word}"${members.join('')} }` };
}

/** The entry of a list with its name and its options. */
function listedForm(
  { data, pointer, schemas }: Misplaced,
  { tree, vocabulary }: ExplainContext,
): MeantForm | undefined {
  const [kind] = schemas.flatMap((schema) => vocabulary.kindOfUnion(schema) ?? []);
  if (kind === undefined || !Array.isArray(data)) return undefined;
  return entryForm(nodeAt(tree, pointer), pointer, kind, vocabulary);
}

/** The entry with a number in its place or in that of a list of entries: for a penalty, its weight. */
function numberForm(
  { data, pointer, schemas }: Misplaced,
  { tree, vocabulary }: ExplainContext,
): MeantForm | undefined {
  if (typeof data !== 'number') return undefined;
  const examples = examplesAt(tree, pointer, vocabulary.annotated);
  const lists = schemas.filter(({ type }) => type === 'array');
  const items = lists.flatMap(({ items }) => choicesOf(items, vocabulary.annotated.definitions));
  const [list] = examples;
  const isList = Array.isArray(list);
  const [kind] = isList
    ? items.flatMap((item) => vocabulary.kindOfDefinition(item) ?? [])
    : schemas.flatMap((schema) => vocabulary.kindOfUnion(schema) ?? []);
  const [entry] = (isList ? list : examples).flatMap((example: unknown) =>
    kind === undefined ? [] : (entryOfNumber(data, kind, example, vocabulary) ?? []),
  );
  if (!entry) return undefined;
  const text = shortJson(entry);
  return { text: `write for example ${keyText(pointer)}${isList ? `[${text}]` : text}` };
}

/** The entries of both networks with a number in their place: for optimizers, their learning rate. */
function numberForBoth(
  { data, pointer, schemas }: Misplaced,
  { tree, vocabulary }: ExplainContext,
): MeantForm | undefined {
  const [example] = examplesAt(tree, pointer, vocabulary.annotated);
  const schema = schemas.find((one) => players.every((player) => propertiesOf(one)[player]));
  if (typeof data !== 'number' || !schema || !isObject(example)) return undefined;
  const entries = players.flatMap((player) => {
    const choices = choicesOf(propertiesOf(schema)[player], vocabulary.annotated.definitions);
    const [kind] = choices.flatMap((choice) => vocabulary.kindOfDefinition(choice) ?? []);
    const entry = kind && entryOfNumber(data, kind, example[player], vocabulary);
    return entry ? [`"${player}": ${shortJson(entry)}`] : [];
  });
  if (entries.length < players.length) return undefined;
  return { text: `write for example ${keyText(pointer)}{ ${entries.join(', ')} }` };
}

/** An example of a member that should be a list or an object. */
export function exampleForm(
  { data, pointer, types }: Misplaced,
  { tree, vocabulary }: ExplainContext,
): string | undefined {
  if (pointer === '') return specExample(data);
  const isWhole = types.includes('object') || types.includes('array');
  if (isObject(data) || !isWhole) return undefined;
  const example = firstExample(optionAt(tree, pointer, vocabulary.annotated));
  if (example === undefined) return undefined;
  return `write for example ${keyText(pointer)}${shortJson(example)}`;
}

/** The form of a whole spec: of one that is a name, with it as its base. */
function specExample(data: unknown): string {
  const base = typeof data === 'string' && data.length <= maxNameLength ? data : 'dcgan-mnist';
  return `a whole spec can be as short as { "extends": ${JSON.stringify(base)} }`;
}
