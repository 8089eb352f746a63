/** An error of validation at a JSON Pointer, before its place in the text is looked up. */
import type { ReportExtra } from '../../diagnostics/report.js';
import type { Correction } from '../corrections/correction.js';

export interface Finding extends ReportExtra {
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
  /** The change that the hint proposes, where it is the only one; a function, as finding it takes time. */
  readonly correction?: () => Correction | undefined;
  /** Place of the change, where it is not that of the mistake. */
  readonly correctionAt?: string;
}

/** A hint about a name that is not known, and the word that it proposes, where it proposes a single one. */
export interface Suggestion {
  readonly text: string;
  readonly word?: string;
}
