/** Reports about a spec as plain data. */

export type Severity = 'error' | 'warning';

/** A range of a source text; `line` and `column` count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Characters underlined by the caret frame, on the first line only. */
  readonly length: number;
  /** The whole text of that line, for the frame. */
  readonly lineText: string;
}

/** A second place that explains the first. */
export interface Note {
  readonly message: string;
  readonly place?: Place;
}

/** One error or warning, with its place and a hint at the fix. */
export interface Diagnostic {
  /** Stable identifier such as `GAN102`; every code has its page in `docs/errors.md`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** JSON Pointer (RFC 6901) of the offending value, or of the object whose key offends. */
  readonly pointer: string;
  readonly place: Place;
  readonly hint?: string;
  readonly notes?: readonly Note[];
}
