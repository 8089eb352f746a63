/** Conversion of diagnostics to an error. */
import type { Diagnostic } from './diagnostic.js';
import { SpecError } from './errors.js';
import { exitCodeOf } from './exitCodeOf.js';
import { placeText } from './render.js';

/** A `SpecError` with these diagnostics; its message is the first error and the number of others. */
export function specError(diagnostics: readonly Diagnostic[]): SpecError {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return new SpecError(
    diagnostics,
    first ? `${placeText(first.place)} ${first.message}${more}` : 'the spec has mistakes',
    exitCodeOf(diagnostics),
  );
}
