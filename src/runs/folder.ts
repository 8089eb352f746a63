/** The folder of one run: written while it goes on, and read again when it has ended. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { digestsOf } from '../checkpoint/digest.js';
import { jsonText } from '../checkpoint/jsonText.js';
import { writeSafetensors } from '../checkpoint/safetensors.js';
import { recordValue, sealedText } from '../checkpoint/recordFile.js';
import {
  readRecord,
  readUnchanged,
  savedFolder,
  type SavedFolder,
} from '../checkpoint/savedFolder.js';
import { diskError, writeFileAtomically } from '../checkpoint/writeFile.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { DatasetRecord, EncodedSamples } from '../entries/dataset.js';
import { datasetRecordSchema } from '../entries/datasetRecordSchema.js';
import type { TensorMap } from '../ir/tensorType.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { version } from '../version.js';
import type { TrainEvent } from './events.js';
import { runFiles, runRecordSchema, type RunRecord, type RunStatus } from './record.js';

/** Everything that is known about a run when it starts. */
export interface RunStart {
  /** The merged text of the spec as JSON. */
  readonly source: unknown;
  readonly resolved: ResolvedGan;
  /** Tags of the entries that plugins brought. */
  readonly plugins: readonly string[];
  /** Folder that relative paths of the spec start from. */
  readonly baseDir: string;
  readonly engine: string;
  /** Record of the data set, so that samples can be written without it. */
  readonly data: DatasetRecord;
}

/** The folder of a run in progress. Every method throws GanspecError GAN511 where the disk cannot be written. */
export interface RunFolder {
  /** Absolute. */
  readonly path: string;
  keepEvent(event: TrainEvent): void;
  /** @returns The file's name inside the folder. */
  keepSamples(step: number, samples: EncodedSamples): string;
  /** @param state The last one; undefined where it was lost. */
  finish(status: RunStatus, state: TensorMap | undefined): void;
}

/** The folder of a run that has ended. */
export interface SavedRun extends SavedFolder {
  readonly record: RunRecord;
  /** Undefined where the run has kept none. */
  readonly data: DatasetRecord | undefined;
}

/**
 * Makes the folder of a new run and writes what is known at the start.
 * @throws GanspecError GAN510 where something is there already; GAN511 where it cannot be written.
 */
export function createRunFolder(out: string, run: RunStart): RunFolder {
  const path = resolve(out);
  refuseOccupied(path, out);
  const write = (file: string, content: string | Uint8Array): void => {
    writeFileAtomically(join(path, file), content);
  };
  const start = new Map([
    [runFiles.spec, jsonText(run.source)],
    [runFiles.resolved, jsonText(run.resolved)],
    [runFiles.data, jsonText(run.data)],
  ]);
  const record: RunRecord = { ...firstRecord(run), files: digestsOf(start) };
  guarded(path, () => mkdirSync(join(path, runFiles.samples), { recursive: true }));
  for (const [file, text] of start) write(file, text);
  write(runFiles.record, sealedText(record));
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
      const last = state && new Map([[runFiles.state, writeSafetensors(state)]]);
      last?.forEach((bytes, file) => {
        write(file, bytes);
      });
      const files = { ...record.files, ...(last && digestsOf(last)) };
      const ended = new Date().toISOString();
      write(runFiles.record, sealedText({ ...record, status, ended, files }));
    },
  };
}

/**
 * Reads the folder of a run that has ended.
 * @throws GanspecError GAN513 where the folder is none, or holds no state; GAN610 where a record is damaged, GAN602 where a
 * file is missing or was changed, both with exit code 6.
 */
export function readRunFolder(folder: string): SavedRun {
  // The schema is that of the type.
  const record = readRecord(folder, runFiles, runRecordSchema, notFinished) as RunRecord;
  const saved = savedFolder(folder, runFiles, record.files, notFinished);
  if (record.files[runFiles.resolved] !== undefined) {
    readUnchanged(folder, runFiles.resolved, record.files);
  }
  return { ...saved, record, data: readData(folder, record) };
}

/** Undefined where the run has kept no record of its data, which is opened then. */
function readData(folder: string, { files }: RunRecord): DatasetRecord | undefined {
  const path = join(folder, runFiles.data);
  if (files[runFiles.data] === undefined && !existsSync(path)) return undefined;
  const bytes = readUnchanged(folder, runFiles.data, files);
  // As above.
  return recordValue(bytes, path, datasetRecordSchema) as DatasetRecord;
}

function firstRecord({ resolved, baseDir, plugins, engine }: RunStart): Omit<RunRecord, 'files'> {
  const { name, training } = resolved.spec;
  return {
    ganspec: version,
    node: process.version,
    name,
    engine,
    seed: training.seed,
    steps: training.steps,
    baseDir: resolve(baseDir),
    plugins,
    status: 'running',
    started: new Date().toISOString(),
    ended: null,
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

function notFinished(folder: string, reason: string): GanspecError {
  return new GanspecError(
    'GAN513',
    exitCodes.usage,
    `${folder} is not a finished run: ${reason}`,
    'Name the folder that `ganspec train` printed at its end.',
  );
}
