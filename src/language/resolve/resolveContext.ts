/** Context of resolution, besides the spec. */
import type { Report } from '../../diagnostics/report.js';
import type { DatasetContext, DatasetDescription } from '../../entries/dataset.js';
import type { Registry } from '../../entries/registry.js';
import type { Limits } from './limits.js';

export interface ResolveContext {
  readonly registry: Registry;
  readonly report: Report;
  readonly datasets: DatasetContext;
  readonly limits: Limits;
  /** A description to use instead of the data set's own, as of a data set whose files are gone. */
  readonly data?: DatasetDescription | undefined;
}

/** The part of the context that a rule about layers needs. */
export type RuleContext = Pick<ResolveContext, 'registry' | 'report'>;
