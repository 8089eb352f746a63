import type { DatasetContext, DatasetDescription } from '../entries/dataset.js';
import type { Registry } from '../entries/registry.js';
import type { Limits } from '../language/resolve/limits.js';
import type { PassSelection } from './passSelection.js';

/** Inputs of the stages besides the spec. */
export interface CompileContext {
  readonly registry: Registry;
  readonly datasets: DatasetContext;
  readonly limits: Limits;
  readonly passes: PassSelection;
  /** A description to use instead of the data set's own, as of a data set whose files are gone. */
  readonly data?: DatasetDescription | undefined;
}
