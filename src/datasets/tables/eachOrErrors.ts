import { GanspecError } from '../../diagnostics/errors.js';
import { dataError } from '../shared/dataFile.js';

/** Results of a function for all items. @throws GanspecError One for all items for which it throws one */
export function eachOrErrors<T, R>(items: Iterable<T>, read: (item: T) => R): readonly R[] {
  const results: R[] = [];
  const errors: GanspecError[] = [];
  for (const item of items) {
    try {
      results.push(read(item));
    } catch (error) {
      if (!(error instanceof GanspecError)) throw error;
      errors.push(error);
    }
  }
  const [first] = errors;
  if (!first) return results;
  if (errors.length === 1) throw first;
  const hints = new Set(errors.map(({ hint }) => hint).filter((hint) => hint !== undefined));
  throw dataError(
    first.code,
    errors.map(({ message }) => message).join('; '),
    [...hints].join(' '),
  );
}

/** Both results. @throws GanspecError One for both functions where both throw one */
export function bothOrErrors<A, B>(one: () => A, other: () => B): readonly [A, B] {
  const results = eachOrErrors<() => A | B, A | B>([one, other], (read) => read());
  // Results stand in the order of the functions.
  return results as unknown as readonly [A, B];
}
