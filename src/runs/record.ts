/** `run.json`: settings, versions, times and outcome of a run. */
import type { Digests } from '../checkpoint/digest.js';

export type RunStatus = 'running' | 'completed' | 'interrupted' | 'diverged' | 'failed';

export interface RunRecord {
  /** Version of ganspec. */
  readonly ganspec: string;
  /** Version of Node. */
  readonly node: string;
  readonly name: string;
  readonly engine: string;
  readonly seed: number;
  /** Iterations that the run was to have. */
  readonly steps: number;
  /** Absolute folder that relative paths of the spec start from. */
  readonly baseDir: string;
  /** Tags of the entries that plugins brought. */
  readonly plugins: readonly string[];
  readonly status: RunStatus;
  /** ISO 8601 in UTC. */
  readonly started: string;
  /** ISO 8601 in UTC; null while the run goes on. */
  readonly ended: string | null;
  /** SHA-256 of the files that the run is opened from, by name. */
  readonly files: Digests;
}

/** Names of the files in a run folder. */
export const runFiles = {
  spec: 'spec.json',
  resolved: 'resolved.json',
  record: 'run.json',
  data: 'data.json',
  events: 'events.jsonl',
  samples: 'samples',
  state: 'state.safetensors',
} as const;
