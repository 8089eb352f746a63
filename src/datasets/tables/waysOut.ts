/** Advice on columns that cannot be read as they look. */
import { presentFields, type ColumnValues } from './columnValues.js';

/** Most words that are offered as marks of missing values. */
const maxMarks = 5;
/** Different values from which on they are looked at as measurements. */
const minDifferent = 5;
/** Rows for each value from which on categories are offered. */
const minRepeats = 3;
/** Different values that a column of classes rarely has. */
const manyClasses = 20;

/** True for values that differ more than classes do. */
export function hardlyRepeats(different: number, count: number): boolean {
  return different >= minDifferent && (2 * different > count || different > manyClasses);
}

/**
 * Ways out for a column with values of another kind, as a sentence. Categories are offered only where values repeat.
 * @param first What is done best, without its mark at the end.
 * @param wrong The values of another kind.
 * @param options False `categories` where they are no way out.
 */
export function waysOut(
  source: ColumnValues,
  first: string,
  wrong: readonly string[],
  { categories = true }: { readonly categories?: boolean } = {},
): string {
  const name = JSON.stringify(source.name);
  const fields = presentFields(source);
  const different = new Set(fields).size;
  const words = [...new Set(wrong)];
  const areMarks = words.length <= maxMarks && !words.some((word) => /\d/.test(word));
  const ways = [
    first,
    ...(areMarks && words.length > 0
      ? [
          `set "missingMarks" to [${words.map((word) => JSON.stringify(word)).join(', ')}] if this means a missing value`,
        ]
      : []),
    `leave the column out with "exclude": [${name}]`,
    ...(!categories || minRepeats * different > fields.length || different > manyClasses
      ? []
      : [`make its ${different} values categories with "categorical": [${name}]`]),
  ];
  return `${ways.join(', or ')}.`;
}
