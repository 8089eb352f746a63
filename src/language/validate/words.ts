/** Places and values in the words of messages. */
import { isObject } from '../schema/mapSubschemas.js';
import type { JsonSchema } from '../schema/fragment.js';
import { pathOf } from '../../source/pointer.js';
import type { Suggestion } from './finding.js';
import type { Meant } from './nameTable.js';

/** A value by its last key, as in `units` or `layers[3]`. */
export function placeName(pointer: string): string {
  const path = pathOf(pointer);
  const indices: string[] = [];
  while (/^\d+$/.test(path.at(-1) ?? '')) indices.unshift(`[${path.pop() ?? ''}]`);
  return `${path.at(-1) ?? 'the spec'}${indices.join('')}`;
}

/** A received value for a message: scalars and short lists of scalars in full, others as `a list` or `an object`. */
export function valueInWords(value: unknown): string {
  if (typeof value === 'string') {
    return `the string ${JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value)}`;
  }
  if (Array.isArray(value)) return listInWords(value);
  return isObject(value) ? 'an object' : String(value);
}

function listInWords(list: readonly unknown[]): string {
  if (list.length === 0) return 'an empty list';
  const text = `[${list.map((item) => JSON.stringify(item)).join(', ')}]`;
  const isShort = text.length <= 40 && list.every((item) => Object(item) !== item);
  return isShort ? `the list ${text}` : 'a list';
}

/** The JSON types of a schema in plain words. */
export const typesInWords: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  number: 'a number',
  string: 'a string',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

/** `a, b or c`. */
export function orList(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** The suggestion of the words meant; undefined where there are none. */
export function meantSuggestion(meant: readonly Meant[]): Suggestion | undefined {
  const [first, ...others] = meant;
  if (first === undefined) return undefined;
  const names = orList(meant.map(({ word }) => `"${word}"`));
  const text = first.isOwnName ? `did you mean ${names}?` : `here it is called ${names}`;
  return others.length > 0 ? { text } : { text, word: first.word };
}

/** The suggestion of a word that is misspelt; undefined where there is none. */
export function nearSuggestion(word: string | undefined): Suggestion | undefined {
  return word === undefined ? undefined : { text: `did you mean "${word}"?`, word };
}

/** The noun with `a` or `an`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** The texts that match the pattern of a schema, in words; the pattern itself where it is not one of the language's own. */
export function patternInWords({ pattern }: JsonSchema): string {
  switch (pattern) {
    case '^[A-Za-z][A-Za-z0-9_]*$':
      return 'be a letter, then letters, digits and underscores';
    case '^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$':
      return 'be up to 64 letters, digits, dots, dashes and underscores, with a letter or digit first and no dot last';
    default:
      return `match ${String(pattern)}`;
  }
}

/** All bounds of a number, as in `at least 0 and below 1`. */
export function boundsInWords(schema: JsonSchema): string {
  const bounds = [
    ['minimum', 'at least'],
    ['exclusiveMinimum', 'above'],
    ['maximum', 'at most'],
    ['exclusiveMaximum', 'below'],
  ] as const;
  return bounds
    .flatMap(([keyword, words]) => {
      const bound = schema[keyword];
      return typeof bound === 'number' ? [`${words} ${bound}`] : [];
    })
    .join(' and ');
}
