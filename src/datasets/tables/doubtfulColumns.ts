/** Columns that tell rows apart instead of describing them, and others that are hardly meant as they look. */
import type { DatasetWarning } from '../../entries/dataset.js';
import { listText } from '../shared/listText.js';
import { presentFields, type ColumnValues } from './columnValues.js';
import type { ReadColumn } from './readColumn.js';
import { hardlyRepeats } from './waysOut.js';

/** Part of the rows whose values are all different in a column that tells rows apart. */
const nearlyAll = 0.9;
/** Rows from which on different values are no accident. */
const minRows = 10;
/** Rows below which nothing is said. */
const fewRows = 4;
/** Categories from which on a column is wide. */
const wide = 50;
/** Names of columns that number rows. */
const identifierName =
  /^(?:id|index|key|uuid|guid|row|nr|no|#|unnamed: 0|)$|[_\s.-]id$|[a-z]I[dD]$/i;

/** Reason why a column tells rows apart; undefined for one that does not. */
export function identifierReason(column: ReadColumn): string | undefined {
  const { source, kind, values } = column;
  const { fields, present, name } = source;
  if (present.length < minRows) return undefined;
  if (kind === 'categorical' && isNearlyUnique(column)) {
    return `has ${column.words.length} different values in ${fields.length} rows`;
  }
  if (kind !== 'numeric' || !values.every((value) => Number.isInteger(value))) return undefined;
  const [first = NaN] = values;
  const counts = (first === 0 || first === 1) && values.every((value, i) => value === first + i);
  if (counts) return 'counts the rows';
  const isNamed = identifierName.test(name) && new Set(values).size === values.length;
  return isNamed ? 'has another number in each row' : undefined;
}

function isNearlyUnique({ source, values }: ReadColumn): boolean {
  return new Set(values).size >= nearlyAll * source.present.length;
}

/** A column that is left out, and why. */
export interface LeftOutColumn {
  readonly name: string;
  readonly reason: string;
}

/** Warning of the columns that are left out because they tell rows apart. */
export function identifierWarning(
  file: string,
  columns: readonly LeftOutColumn[],
): readonly DatasetWarning[] {
  if (columns.length === 0) return [];
  const names = columns.map(({ name }) => JSON.stringify(name));
  const reasons = columns.map(({ reason }, i) => `${names[i] ?? ''} ${reason}`);
  return [
    {
      code: 'GAN427',
      message: `${file}: left out is what tells rows apart: ${listText(reasons)}`,
      hint: `Set "exclude" to [${names.join(', ')}] if this is right; list a column in "numeric" or "categorical" to keep it.`,
    },
  ];
}

/** Warnings of categories that are hardly meant. @param role Use of the column, for messages. */
export function categoryWarnings(
  source: ColumnValues,
  use: 'column' | 'label',
): readonly DatasetWarning[] {
  const { file, name, present } = source;
  const fields = presentFields(source);
  const words = new Set(fields);
  const warnings: DatasetWarning[] = [];
  const isUnique = present.length >= fewRows && words.size >= nearlyAll * present.length;
  const isWide = isUnique || words.size > wide;
  const isUnread =
    !isWide &&
    use === 'column' &&
    2 * fields.filter((field) => /\d/.test(field)).length >= present.length &&
    hardlyRepeats(words.size, present.length);
  const makes = `each ${use === 'label' ? 'a class' : 'with a number of its own in a sample'}`;
  if (isWide || isUnread) {
    warnings.push({
      code: 'GAN427',
      message: `${file}: ${use} "${name}" has ${words.size} different values in ${present.length} rows, ${makes}`,
      hint:
        use === 'label'
          ? 'Name a column whose values occur again and again.'
          : `Leave it out with "exclude": ["${name}"], or divide its values into fewer${isUnread ? ', or write them as plain numbers if they are measured' : ''}.`,
    });
  }
  const alike = [...words].filter((word) => {
    const lower = word.toLowerCase();
    return lower !== word && words.has(lower);
  });
  if (alike.length > 0) {
    warnings.push({
      code: 'GAN427',
      message: `${file}: in ${use} "${name}", words differ in upper and lower case only: ${listText(alike.map((word) => JSON.stringify(word)))}`,
      hint: 'Write them alike if they mean the same.',
    });
  }
  return warnings;
}
