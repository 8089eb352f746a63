/** Diagnostics of the stages that read text, before there is a whole tree to point into. */
import type { Diagnostic, Note, Place } from '../diagnostics/diagnostic.js';

/** What a diagnostic may have besides its message. */
export interface ErrorAtExtra {
  /** JSON Pointer of the offending value, the root if it is not given. */
  readonly pointer?: string;
  readonly hint?: string;
  readonly notes?: readonly Note[];
}

/** An error at this place. */
export function errorAt(
  place: Place,
  code: string,
  message: string,
  extra: ErrorAtExtra = {},
): Diagnostic {
  return { severity: 'error', code, message, pointer: '', ...extra, place };
}
