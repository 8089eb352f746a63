/** The folder of one run: what was asked, what was told, what came out. */
import { appendFileSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeSafetensors } from '../checkpoint/safetensors.js';
import { diskError, writeFileAtomically } from '../checkpoint/writeFile.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { TensorMap } from '../ir/tensorType.js';
import { version } from '../version.js';
import type { DatasetRecord, EncodedSamples } from '../entries/dataset.js';
import type { TrainEvent } from './events.js';
import type { TrainJob } from '../train/job.js';

export type RunStatus = 'running' | 'completed' | 'interrupted' | 'diverged' | 'failed';

/** `run.json`: how the run was made and how it ended. */
export interface RunRecord {
  readonly ganspec: string;
  readonly node: string;
  readonly name: string;
  readonly engine: string;
  readonly seed: number;
  readonly steps: number;
  /** Absolute folder that relative paths of the spec start from. */
  readonly baseDir: string;
  /** Tags of the entries that plugins brought. */
  readonly plugins: readonly string[];
  readonly status: RunStatus;
  readonly started: string;
  readonly ended: string | null;
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

export interface RunFolder {
  /** Absolute. */
  readonly path: string;
  keepEvent(event: TrainEvent): void;
  /** @returns the file's name inside the folder. */
  keepSamples(step: number, samples: EncodedSamples): string;
  /** @param state The last one; left out where it was lost. */
  finish(status: RunStatus, state: TensorMap | undefined): void;
}

/**
 * Makes the folder and writes what is known at the start.
 * @param data Of the data set, so that samples can be written without it.
 * @throws GanspecError GAN510 where something is there already; GAN511 where it cannot be written.
 */
export function createRunFolder(
  out: string,
  job: TrainJob,
  made: Pick<RunRecord, 'engine' | 'seed' | 'steps'>,
  data: DatasetRecord,
): RunFolder {
  const path = resolve(out);
  refuseOccupied(path, out);
  const write = (file: string, content: string | Uint8Array): void => {
    writeFileAtomically(join(path, file), content);
  };
  const record: RunRecord = {
    ganspec: version,
    node: process.version,
    name: job.resolved.spec.name,
    ...made,
    baseDir: resolve(job.baseDir),
    plugins: job.plugins,
    status: 'running',
    started: new Date().toISOString(),
    ended: null,
  };
  guarded(path, () => mkdirSync(join(path, runFiles.samples), { recursive: true }));
  write(runFiles.spec, json(job.source));
  write(runFiles.resolved, json(job.resolved));
  write(runFiles.data, json(data));
  write(runFiles.record, json(record));
  return {
    path,
    keepEvent: (event) => {
      guarded(path, () => {
        appendFileSync(join(path, runFiles.events), `${JSON.stringify(event)}\n`);
      });
    },
    keepSamples: (step, { extension, bytes }) => {
      const file = `${runFiles.samples}/step-${String(step).padStart(6, '0')}.${extension}`;
      write(file, bytes);
      return file;
    },
    finish: (status, state) => {
      if (state) write(runFiles.state, writeSafetensors(state));
      write(runFiles.record, json({ ...record, status, ended: new Date().toISOString() }));
    },
  };
}

function refuseOccupied(path: string, out: string): void {
  const entries = guarded(path, () => entriesOf(path));
  if (entries?.length === 0) return;
  const what =
    entries === null
      ? 'is a file'
      : entries.includes(runFiles.record)
        ? 'holds another run'
        : 'holds files that are not a run';
  throw new GanspecError(
    'GAN510',
    exitCodes.usage,
    `${out} ${what}; nothing there was touched`,
    'Give --out a new or an empty folder, or leave it out: the run then gets a folder of its own under runs/.',
  );
}

/** Names in a folder, none where it does not exist yet; null for a file. */
function entriesOf(path: string): readonly string[] | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  return found.isDirectory() ? readdirSync(path) : null;
}

function guarded<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw diskError(error, path);
  }
}

/** JSON text in which infinite bounds are null, since JSON has no word for them. */
function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
