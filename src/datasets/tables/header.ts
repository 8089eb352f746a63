/** Recognition of a header row. */
import { draftColumn } from './columnKind.js';
import { isMissing } from './missing.js';

/** Rows that are looked at below the first one. */
const maxRows = 1000;

/** Meaning of the first row of a table, with the fields that speak for it. */
export type HeaderEvidence =
  | { readonly verdict: 'names' | 'values' | 'unclear' }
  | { readonly verdict: 'both'; readonly name: string; readonly value: string };

/**
 * Tells the names of columns from values by the rows below. A word above numbers is a name, and so is a word that none of
 * a few repeated words below is; a number above numbers, or a word that occurs below, is a value. The numbers 0, 1, 2, …
 * in order are names.
 */
export function headerEvidence(
  first: readonly string[],
  below: readonly (readonly string[])[],
): HeaderEvidence {
  if (countsColumns(first)) return { verdict: 'names' };
  const some = below.slice(0, maxRows);
  const votes = first.map((field, column) => {
    const fields = some.map((row) => row[column] ?? '').filter((each) => !isMissing(each));
    return { field, vote: isMissing(field) ? undefined : voteOf(field, fields) };
  });
  const name = votes.find(({ vote }) => vote === 'name')?.field;
  const value = votes.find(({ vote }) => vote === 'value')?.field;
  if (name !== undefined && value !== undefined) return { verdict: 'both', name, value };
  return { verdict: name !== undefined ? 'names' : value !== undefined ? 'values' : 'unclear' };
}

/**
 * The words of a row below the names that stand above numbers or dates throughout, as units do; none where a field is like those
 * below.
 */
export function unitsAbove(
  row: readonly string[],
  below: readonly (readonly string[])[],
  isAbsent: (field: string) => boolean = isMissing,
): readonly string[] {
  const some = below.slice(0, maxRows);
  const votes = row.flatMap((field, column) => {
    if (isAbsent(field)) return [];
    const fields = some.map((each) => each[column] ?? '').filter((each) => !isAbsent(each));
    const isAboveWords = fields.length === 0 || draftColumn(fields, null).kind === 'categorical';
    return { field, vote: voteOf(field, fields), isAboveWords };
  });
  // A digit first is that of a number with a mistake in it.
  if (votes.some(({ field, vote }) => vote === 'value' || /^\d/.test(field))) return [];
  return votes.filter(({ isAboveWords }) => !isAboveWords).map(({ field }) => field);
}

function voteOf(field: string, below: readonly string[]): 'name' | 'value' | undefined {
  if (below.length === 0) return undefined;
  const { kind } = draftColumn(below, null);
  if (kind !== 'categorical') {
    return draftColumn([field], null).kind === 'categorical' ? 'name' : 'value';
  }
  const words = new Set(below);
  if (words.has(field)) return 'value';
  return 2 * words.size <= below.length ? 'name' : undefined;
}

/** True for column numbers as pandas writes them, after an empty name for the index. */
function countsColumns(first: readonly string[]): boolean {
  const hasIndex = first[0] === '' && first.length > 1;
  const numbers = hasIndex ? first.slice(1) : first;
  return (hasIndex || numbers.length > 2) && numbers.every((field, i) => field === String(i));
}
