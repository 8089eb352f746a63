/** The input of a training run. */
import type { BuiltProgram } from '../program/buildProgram.js';
import type { Dataset } from '../entries/dataset.js';
import type { ResolvedGan } from '../language/resolvedGan.js';

/** What a run is made from. */
export interface TrainJob {
  /** The merged text of the spec as JSON, kept as `spec.json`. */
  readonly source: unknown;
  readonly resolved: ResolvedGan;
  readonly built: BuiltProgram;
  /** Names of the entries that came from plugins. */
  readonly plugins: readonly string[];
  /** Folder that relative paths of the spec start from. */
  readonly baseDir: string;
  readonly openDataset: () => Promise<Dataset>;
}
