/** Diagnostics of the stages that read text, which have a place in the text but no tree yet. */
import { clipped } from '../diagnostics/clipped.js';
import type { Diagnostic, Note, Place } from '../diagnostics/diagnostic.js';

/** Optional parts of a diagnostic. */
export interface ErrorAtExtra {
  /** JSON Pointer of the offending value. Default: the root. */
  readonly pointer?: string;
  readonly hint?: string;
  readonly notes?: readonly Note[];
}

/** A diagnostic of severity `error`. */
export function errorAt(
  place: Place,
  code: string,
  message: string,
  { hint, ...extra }: ErrorAtExtra = {},
): Diagnostic {
  return {
    severity: 'error',
    code,
    message: clipped(message),
    pointer: '',
    ...extra,
    ...(hint !== undefined && { hint: clipped(hint) }),
    place,
  };
}
