/** What validation has to say about one place, before the place is looked up. */
import type { ReportExtra } from '../../diagnostics/report.js';

export interface Finding extends ReportExtra {
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
}
