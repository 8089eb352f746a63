/** `run.json`: settings, versions, times and outcome of a run. */
import { digestsSchema, type Digests } from '../checkpoint/digest.js';

const runStatuses = ['running', 'completed', 'interrupted', 'diverged', 'failed'] as const;
export type RunStatus = (typeof runStatuses)[number];

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

const text = { type: 'string' } as const;
const wholeNumber = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER } as const;

/** The form of a `RunRecord`; other keys may stand beside. */
export const runRecordSchema = {
  type: 'object',
  required: [
    'ganspec',
    'name',
    'engine',
    'seed',
    'steps',
    'baseDir',
    'plugins',
    'status',
    'started',
    'ended',
    'files',
  ],
  properties: {
    ganspec: text,
    node: text,
    name: text,
    engine: text,
    seed: wholeNumber,
    steps: wholeNumber,
    baseDir: text,
    plugins: { type: 'array', items: text },
    status: { enum: runStatuses },
    started: text,
    ended: { type: ['string', 'null'] },
    files: digestsSchema,
  },
} as const;

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
