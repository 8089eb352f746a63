/** The value that was probably meant in the place of one that the language does not accept there. */
import { isObject } from '../schema/mapSubschemas.js';
import { players } from '../../entries/player.js';
import { choicesOf, propertiesOf } from '../schema/choices.js';
import type { JsonSchema } from '../schema/fragment.js';
import type { Replacing } from '../corrections/correction.js';
import { entryOfNumber } from './entryForm.js';
import type { ExplainContext } from './explainContext.js';
import { keyText, shortJson } from './formText.js';
import { exampleAt, firstExample, optionAt } from './optionAt.js';
import { meantScalar, meantWord, otherValue } from './scalarForm.js';
import { wholeForm } from './shortForm.js';

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
    numberForm(value, context) ??
    numberForBoth(value, context)
  );
}

/** The entry with a number in its place or in that of a list of entries: for a penalty, its weight. */
function numberForm(
  { data, pointer, schemas }: Misplaced,
  { tree, vocabulary }: ExplainContext,
): MeantForm | undefined {
  if (typeof data !== 'number') return undefined;
  const example = exampleAt(tree, pointer, vocabulary.annotated);
  const lists = schemas.filter(({ type }) => type === 'array');
  const items = lists.flatMap(({ items }) => choicesOf(items, vocabulary.annotated.definitions));
  const isList = Array.isArray(example);
  const [kind] = isList
    ? items.flatMap((item) => vocabulary.kindOfDefinition(item) ?? [])
    : schemas.flatMap((schema) => vocabulary.kindOfUnion(schema) ?? []);
  const first: unknown = isList ? example[0] : example;
  const entry = kind && entryOfNumber(data, kind, first, vocabulary);
  if (!entry) return undefined;
  const text = shortJson(entry);
  return { text: `write for example ${keyText(pointer)}${isList ? `[${text}]` : text}` };
}

/** The entries of both networks with a number in their place: for optimizers, their learning rate. */
function numberForBoth(
  { data, pointer, schemas }: Misplaced,
  { tree, vocabulary }: ExplainContext,
): MeantForm | undefined {
  const example = exampleAt(tree, pointer, vocabulary.annotated);
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
  const isWhole = types.includes('object') || types.includes('array');
  if (isObject(data) || !isWhole) return undefined;
  const example = firstExample(optionAt(tree, pointer, vocabulary.annotated));
  if (example === undefined) return undefined;
  return `write for example ${keyText(pointer)}${shortJson(example)}`;
}
