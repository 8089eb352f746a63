/** The facts of a checkpoint beside its state, which its manifest holds. */
import { manifestSchema } from '../checkpoint/sealedFolder.js';
import type { Metrics } from './events.js';

/** The part of an iteration that was done when a run was stopped between two updates. */
export interface Unfinished {
  /** Runs of steps that are done. */
  readonly runs: number;
  /** Their results. */
  readonly metrics: Metrics;
}

/** Facts of a checkpoint beside its state. */
export interface CheckpointFacts {
  /** Version of the layout: of the manifest, of the names and of the meaning of the tensors. */
  readonly format: number;
  /** Versions of ganspec and of Node that wrote it. */
  readonly ganspec: string;
  readonly node: string;
  /** Id of the run, so that a checkpoint of another one is not mistaken for its own. */
  readonly run: string;
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** Iterations done. */
  readonly step: number;
  readonly unfinished: Unfinished;
  readonly seed: number;
  readonly engine: string;
  /** Threads of one kernel that were asked for; null for the engine's own choice. */
  readonly threads: number | null;
  /** Cores of the machine, by which an engine chooses its threads. */
  readonly cores: number;
  /** The passes over the graphs; absent for all. */
  readonly passes?: string;
  /** Samples in the data set, from which their order follows. */
  readonly samples: number;
  /** SHA-256 of samples of the data; absent in checkpoints of versions that made none. */
  readonly dataDigest?: string;
  /** Length of `events.jsonl` in bytes at that moment. */
  readonly events: number;
  /** Numbers that monitors go on with, such as sums of a mean, by monitor. */
  readonly monitors: Readonly<Record<string, unknown>>;
}

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER } as const;

/** Facts that every format has. */
const anyFormatSchema = {
  type: 'object',
  required: ['format', 'ganspec'],
  properties: { format: count, ganspec: text },
} as const;

/** The form of `CheckpointFacts`. */
const factsSchema = {
  type: 'object',
  required: [
    'node',
    'run',
    'time',
    'step',
    'unfinished',
    'seed',
    'engine',
    'threads',
    'cores',
    'samples',
    'events',
    'monitors',
  ],
  properties: {
    node: text,
    run: text,
    time: text,
    step: count,
    unfinished: {
      type: 'object',
      required: ['runs', 'metrics'],
      // A metric that is not finite is null in JSON.
      properties: {
        runs: count,
        metrics: { type: 'object', additionalProperties: { type: ['number', 'null'] } },
      },
    },
    seed: count,
    engine: text,
    threads: { type: ['integer', 'null'] },
    cores: count,
    passes: text,
    samples: count,
    dataDigest: text,
    events: count,
    monitors: { type: 'object' },
  },
} as const;

/** The layout that this version writes. */
export const checkpointFormat = 1;

/** The form of a manifest: of another format, only what tells its version. */
export const checkpointSchema = manifestSchema({
  ...anyFormatSchema,
  if: { properties: { format: { const: checkpointFormat } } },
  then: factsSchema,
});
