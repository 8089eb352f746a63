/** The record of a sweep: all that its trials depend on, and how they ended. */
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSealedRecord, sealedText } from '../../checkpoint/recordFile.js';
import { writeFileAtomically } from '../../checkpoint/writeFile.js';
import { makeFolder } from '../../makeFolder.js';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { version } from '../../version.js';
import type { SearchSpace, Settings } from './space.js';

/**
 * The end of a trial: all of its steps; numbers that are not finite; a rule of health that told of a collapse; or values that
 * the spec does not allow.
 */
export type TrialOutcome = 'completed' | 'diverged' | 'pruned' | 'invalid';

/** A trial that has ended. */
export interface Trial {
  /** Counts from 1. */
  readonly trial: number;
  readonly settings: Settings;
  readonly outcome: TrialOutcome;
  /** The message of what ended it early. */
  readonly reason?: string;
  /** Its run folder, from the folder of the sweep; absent where the spec was invalid. */
  readonly run?: string;
  /** Metrics of the final state, of those that are completed; the first ranks the trials. */
  readonly metrics?: readonly {
    readonly name: string;
    readonly value: number;
    readonly better: 'lower' | 'higher';
    readonly count: number;
  }[];
}

const samplers = ['random', 'optuna'] as const;
export type Sampler = (typeof samplers)[number];

/** All that the values of a trial depend on. */
export interface SweepPlan {
  /** Path or name of the spec. */
  readonly spec: string;
  /** Overrides of all trials, as `--set` takes them. */
  readonly set: readonly string[];
  readonly space: SearchSpace;
  /** Seed of the values that are drawn. */
  readonly seed: number;
  /** Chooser of the values: `random`, or `optuna`, which learns from the trials before. */
  readonly sampler: Sampler;
  /** Metrics that are measured, as `--metrics` names them; null for those of the spec. */
  readonly metrics: string | null;
  /** Samples that each is measured over; null for each metric's own number. */
  readonly count: number | null;
}

export interface SweepRecord extends SweepPlan {
  /** Version of ganspec. */
  readonly ganspec: string;
  readonly trials: readonly Trial[];
}

const trialSchema = {
  type: 'object',
  properties: {
    trial: { type: 'integer', minimum: 1 },
    settings: { type: 'object' },
    outcome: { enum: ['completed', 'diverged', 'pruned', 'invalid'] },
    reason: { type: 'string' },
    run: { type: 'string' },
    metrics: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          value: { type: 'number' },
          better: { enum: ['lower', 'higher'] },
          count: { type: 'integer' },
        },
        required: ['name', 'value', 'better', 'count'],
        additionalProperties: false,
      },
    },
  },
  required: ['trial', 'settings', 'outcome'],
  additionalProperties: false,
};

const sweepSchema = {
  type: 'object',
  properties: {
    ganspec: { type: 'string' },
    spec: { type: 'string' },
    set: { type: 'array', items: { type: 'string' } },
    space: { type: 'object' },
    seed: { type: 'integer', minimum: 0 },
    sampler: { enum: samplers },
    metrics: { type: ['string', 'null'] },
    count: { type: ['integer', 'null'] },
    trials: { type: 'array', items: trialSchema },
    sha256: { type: 'string' },
  },
  required: ['ganspec', 'spec', 'set', 'space', 'seed', 'sampler', 'metrics', 'count', 'trials'],
  additionalProperties: false,
};

const recordFile = 'sweep.json';

/**
 * The record of a sweep of this plan in a folder, which is made at need.
 * @throws GanspecError GAN528 where the folder has a sweep of another plan; GAN610 where its record is damaged.
 */
export function openSweep(folder: string, plan: SweepPlan): SweepRecord {
  const path = join(folder, recordFile);
  if (!existsSync(path)) {
    makeFolder(folder);
    const record = { ganspec: version, ...plan, trials: [] };
    saveSweep(folder, record);
    return record;
  }
  const record = readSealedRecord(path, sweepSchema) as SweepRecord;
  const keys = ['spec', 'set', 'space', 'seed', 'sampler', 'metrics', 'count'] as const;
  const texts = (key: (typeof keys)[number]) =>
    [record[key], plan[key]].map((value) => JSON.stringify(value));
  const other = keys.find((key) => texts(key)[0] !== texts(key)[1]);
  if (other === undefined) return record;
  const [theirs, ours] = texts(other);
  throw new GanspecError(
    'GAN528',
    exitCodes.usage,
    `${folder} holds another sweep: its ${other} is ${theirs}, not ${ours}`,
    'Go on with the settings of that sweep, or name another folder with --out.',
  );
}

/** Removes the folder of a sweep that has nothing but the record. */
export function removeIfEmpty(folder: string): void {
  if (readdirSync(folder).some((name) => name !== recordFile)) return;
  rmSync(join(folder, recordFile));
  rmdirSync(folder);
}

/** Writes the record, whole or not at all. */
export function saveSweep(folder: string, record: SweepRecord): void {
  writeFileAtomically(join(folder, recordFile), sealedText(record));
}

/** Trials that have been measured, the best by the first metric first. */
export function ranked(trials: readonly Trial[]): readonly Trial[] {
  const measured = trials.filter(({ metrics }) => metrics?.[0] !== undefined);
  const sign = measured[0]?.metrics?.[0]?.better === 'higher' ? -1 : 1;
  const valueOf = ({ metrics }: Trial): number => sign * (metrics?.[0]?.value ?? Infinity);
  return measured.toSorted((a, b) => valueOf(a) - valueOf(b));
}
