/** Words, numbers, true and false that were probably meant by others. */
import { isObject } from '../schema/mapSubschemas.js';
import type { JsonSchema } from '../schema/fragment.js';
import type { JsonNode, Range } from '../../source/jsonTree.js';
import type { Replacing } from '../corrections/correction.js';
import { nearest } from '../nearest.js';
import { keyText, shortJson, type ProposedValue } from './formText.js';
import { lettersOf } from './spelling.js';

/** The word of a list that a text misspells. */
export function meantWord(data: unknown, words: readonly unknown[]): ProposedValue | undefined {
  if (typeof data !== 'string') return undefined;
  const near = nearest(
    data,
    words.filter((word) => typeof word === 'string'),
  );
  return near === undefined ? undefined : { text: `did you mean "${near}"?`, ...scalar(near) };
}

const truths: Readonly<Partial<Record<string, boolean>>> = {
  ...{ true: true, yes: true, on: true, '1': true },
  ...{ false: false, no: false, off: false, '0': false },
};

/** The number in quotes, or true or false in quotes or in the form of other languages, where one of these types is wanted. */
export function meantScalar(data: unknown, types: readonly unknown[]): ProposedValue | undefined {
  const written = String(data);
  if (typeof data === 'string' && types.some(isNumeric) && isNumberText(data)) {
    return { text: `write ${data} without quotes`, ...scalar(Number(data)) };
  }
  const truth = truths[written.toLowerCase()];
  const isText = typeof data === 'string' || typeof data === 'number';
  if (!isText || truth === undefined || !types.includes('boolean')) return undefined;
  const quotes = written === String(truth) ? ' without quotes' : '';
  return { text: `write ${String(truth)}${quotes}`, ...scalar(truth) };
}

/** The form of a value that other libraries write differently. @param option As for `valueOf`. */
export function otherValue(
  data: unknown,
  pointer: string,
  option: JsonSchema,
): ProposedValue | undefined {
  const meant = valueOf(data, option);
  return (
    meant && {
      text: `write ${keyText(pointer)}${shortJson(meant.value)}`,
      correction: { kind: 'replace', by: ({ range }) => nodeOf(meant.value, range), inside: [''] },
    }
  );
}

/** The value here of one that other libraries write. @param option Schema of the place, with the keywords of messages. */
export function valueOf(data: unknown, option: unknown): { readonly value: unknown } | undefined {
  const written = isObject(option) ? option['otherValues'] : undefined;
  const others = isObject(written) ? written : {};
  const isMeant = (name: string): boolean => lettersOf(name) === lettersOf(String(data));
  const name = Object(data) === data ? undefined : Object.keys(others).find(isMeant);
  return name === undefined ? undefined : { value: others[name] };
}

/** A number within the bounds of a schema in the place of a real one outside: it decides no shape. */
export function standIn(schema: JsonSchema): Replacing | undefined {
  if (schema['type'] !== 'number') return undefined;
  const [least, most] = [
    schema['minimum'] ?? schema['exclusiveMinimum'],
    schema['maximum'] ?? schema['exclusiveMaximum'],
  ];
  if (typeof least !== 'number') {
    return typeof most === 'number' ? scalar(most - 1).correction : undefined;
  }
  return scalar(typeof most === 'number' ? (least + most) / 2 : least + 1).correction;
}

/** True for text that is a number. */
export function isNumberText(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value);
}

/** True for the JSON types of numbers. */
export function isNumeric(type: unknown): boolean {
  return type === 'number' || type === 'integer';
}

function scalar(value: string | number | boolean): { readonly correction: Replacing } {
  const by = ({ range }: JsonNode): JsonNode => ({ kind: 'scalar', range, value });
  return { correction: { kind: 'replace', by, inside: [''] } };
}

/** The tree of a value, all of it at one place of the text. */
export function nodeOf(value: unknown, range: Range): JsonNode {
  if (Array.isArray(value)) {
    return { kind: 'array', range, items: value.map((item: unknown) => nodeOf(item, range)) };
  }
  if (isObject(value)) {
    const members = Object.entries(value).map(
      ([key, member]) => [key, { key: range, value: nodeOf(member, range) }] as const,
    );
    return { kind: 'object', range, members: new Map(members) };
  }
  // Values of a schema are those of JSON.
  return { kind: 'scalar', range, value: value as string | number | boolean | null };
}
