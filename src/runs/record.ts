/** `run.json`: settings, versions, times and outcome of a run. */
import { digestsSchema, type Digests } from '../checkpoint/digest.js';

const runStatuses = ['running', 'completed', 'interrupted', 'diverged', 'failed'] as const;
export type RunStatus = (typeof runStatuses)[number];

export interface RunRecord {
  /** Version of ganspec. */
  readonly ganspec: string;
  /** Version of Node. */
  readonly node: string;
  /** Random, so that the checkpoints of two runs are told apart. */
  readonly id: string;
  readonly name: string;
  /** The engine that the run started on; each resumption has its own. */
  readonly engine: string;
  /** Absent in records of versions that kept none. */
  readonly engineFacts?: RunEngine | undefined;
  /** Changes of the engine to a slower way while the run went on, the earliest first. */
  readonly fallBacks?: readonly RunFallBack[] | undefined;
  readonly seed: number;
  /** Iterations that the run was to have. */
  readonly steps: number;
  /** Absolute folder that relative paths of the spec start from. */
  readonly baseDir: string;
  /** Absolute folder of data files that was named by `--data-dir`; null or absent where there was none. */
  readonly dataDir?: string | null;
  /** Absolute folders of data files that the environment variable GANSPEC_DATA named. */
  readonly environmentDirs?: readonly string[];
  /** Paths of the spec that the user gave by `--set`: they may lead out of `baseDir`. */
  readonly dataPaths?: readonly string[];
  /** Tags of the entries that plugins brought. */
  readonly plugins: readonly string[];
  /** Absolute paths of the modules of plugins. */
  readonly pluginModules?: readonly string[];
  /** The passes over the graphs, as the option `passes` of a compiler names them; absent for all. */
  readonly passes?: string;
  /** Absolute path of the run or checkpoint whose weights the run started with; null for new ones. */
  readonly initFrom: string | null;
  readonly status: RunStatus;
  /** ISO 8601 in UTC. */
  readonly started: string;
  /** ISO 8601 in UTC; null while the run goes on. */
  readonly ended: string | null;
  /** The times that the run was resumed, the earliest first. */
  readonly resumed: readonly Resumption[];
  /** SHA-256 of the files that the run is opened from, by name. */
  readonly files: Digests;
}

/** The library of a run's engine, and what it runs on. */
export interface RunEngine {
  readonly library: string;
  readonly version?: string;
  /** The folder of the library, as a phrase. */
  readonly place?: string;
  readonly device: string;
  /** Of one kernel at most. */
  readonly threads: number;
}

/** A change of a run's engine to a slower way, as from a GPU to the CPU. */
export interface RunFallBack {
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** The iteration in which it happened. */
  readonly step: number;
  readonly message: string;
}

/** A run's going on from a checkpoint. */
export interface Resumption {
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** Time of the checkpoint, ISO 8601 in UTC; absent in records of versions that kept none. */
  readonly saved?: string;
  /** Iterations that were done. */
  readonly step: number;
  readonly engine: string;
  /** Absent in records of versions that kept none. */
  readonly engineFacts?: RunEngine | undefined;
  /** Keys of the spec that were changed, as in `training.batchSize: 64 → 32`. */
  readonly changes: readonly string[];
}

/** The engine of the last resumption, or of the start where there was none. */
export function presentEngine({ engine, resumed }: RunRecord): string {
  return resumed.at(-1)?.engine ?? engine;
}

const text = { type: 'string' } as const;
const wholeNumber = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER } as const;
const runEngine = {
  type: 'object',
  required: ['library', 'device', 'threads'],
  properties: { library: text, version: text, place: text, device: text, threads: wholeNumber },
} as const;

/** The form of a `RunRecord`; other keys may stand beside. */
export const runRecordSchema = {
  type: 'object',
  required: [
    'ganspec',
    'id',
    'name',
    'engine',
    'seed',
    'steps',
    'baseDir',
    'plugins',
    'initFrom',
    'status',
    'started',
    'ended',
    'resumed',
    'files',
  ],
  properties: {
    ganspec: text,
    node: text,
    id: text,
    name: text,
    engine: text,
    engineFacts: runEngine,
    fallBacks: {
      type: 'array',
      items: {
        type: 'object',
        required: ['time', 'step', 'message'],
        properties: { time: text, step: wholeNumber, message: text },
      },
    },
    seed: wholeNumber,
    steps: wholeNumber,
    baseDir: text,
    dataDir: { type: ['string', 'null'] },
    environmentDirs: { type: 'array', items: text },
    dataPaths: { type: 'array', items: text },
    plugins: { type: 'array', items: text },
    pluginModules: { type: 'array', items: text },
    passes: text,
    initFrom: { type: ['string', 'null'] },
    status: { enum: runStatuses },
    started: text,
    ended: { type: ['string', 'null'] },
    resumed: {
      type: 'array',
      items: {
        type: 'object',
        required: ['time', 'step', 'engine', 'changes'],
        properties: {
          time: text,
          saved: text,
          step: wholeNumber,
          engine: text,
          engineFacts: runEngine,
          changes: { type: 'array', items: text },
        },
      },
    },
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
  checkpoints: 'checkpoints',
  state: 'state.safetensors',
} as const;

/** A step as names of files have it, so that they sort: `000500`. */
export function stepText(step: number): string {
  return String(step).padStart(6, '0');
}
