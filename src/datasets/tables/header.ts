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
