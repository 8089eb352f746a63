/** Schemas that accept a value, or one that is meant in its place. */
import { choicesOf, tagOf } from '../schema/choices.js';
import type { JsonSchema } from '../schema/fragment.js';
import { isObject } from '../schema/mapSubschemas.js';
import { takesNumbers } from '../schema/withExpressions.js';
import { nearest } from '../nearest.js';
import type { Vocabulary } from './vocabulary.js';
import { isWithinBounds } from './withinBounds.js';

/** True for the name of an entry, or an entry with options. */
export function isEntry(value: unknown): boolean {
  return typeof value === 'string' || (isObject(value) && typeof value['type'] === 'string');
}

/** True for a schema that takes a value of this kind: an entry by any name, a word if misspelt, a number within bounds. */
export function acceptsValue(schema: unknown, value: unknown, vocabulary: Vocabulary): boolean {
  const choices = choicesOf(schema, vocabulary.annotated.definitions);
  // Entries have more names than their enum has: that of another library is looked for later.
  const isForEntries =
    choices.some((choice) => tagOf(choice) !== undefined) && !choices.some(takesNumbers);
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
