/** Diagnostics of the stages that read text, which have a place in the text but no tree yet. */
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
  extra: ErrorAtExtra = {},
): Diagnostic {
  return { severity: 'error', code, message, pointer: '', ...extra, place };
}
