/** An error of validation at a JSON Pointer, before its place in the text is looked up. */
import type { ReportExtra } from '../../diagnostics/report.js';

export interface Finding extends ReportExtra {
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
}
