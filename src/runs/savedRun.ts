/** The folder of a run that is over, read again. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { damaged, recordValue } from '../checkpoint/recordFile.js';
import {
  readRecord,
  readUnchanged,
  savedFolder,
  type SavedFolder,
} from '../checkpoint/savedFolder.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { DatasetRecord } from '../entries/dataset.js';
import { datasetRecordSchema } from '../entries/datasetRecordSchema.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { newestCheckpoint } from './checkpoints.js';
import { runFiles, runRecordSchema, type RunRecord } from './record.js';

/** The folder of a run. */
export interface SavedRun extends SavedFolder {
  /** Absolute. */
  readonly path: string;
  readonly record: RunRecord;
  /** Undefined where the run has kept none. */
  readonly data: DatasetRecord | undefined;
  /** @throws GanspecError GAN602, exit code 6, where the file was changed. */
  readResolved(): ResolvedGan;
}

/**
 * Reads the folder of a run. Its state is that of its end; of a run that has not reached one, that of the newest checkpoint
 * which is whole.
 * @throws GanspecError GAN513 where the folder is none; GAN610 where a record is damaged, GAN602 where the record of the data
 * is missing or was changed, both with exit code 6.
 */
export function readRunFolder(folder: string): SavedRun {
  const record = readRunRecord(folder);
  const { files, id } = record;
  const saved = savedFolder(folder, runFiles, files);
  return {
    spec: saved.spec,
    checkSpec: () => {
      saved.checkSpec();
      readUnchanged(folder, runFiles.resolved, files);
    },
    readState: () =>
      files[runFiles.state] === undefined ? newestCheckpoint(folder, id).state : saved.readState(),
    path: resolve(folder),
    record,
    data: readData(folder, record),
    readResolved: () => {
      const bytes = readUnchanged(folder, runFiles.resolved, files);
      // Its digest in the record shows that `createRunFolder` has written it.
      return JSON.parse(Buffer.from(bytes).toString('utf8')) as ResolvedGan;
    },
  };
}

/**
 * Reads the record of a run.
 * @throws GanspecError GAN513 where the folder is no run; GAN610, exit code 6, where the record is damaged, or lost from a run.
 */
export function readRunRecord(folder: string): RunRecord {
  const left = filesWithoutRecord(folder);
  if (left.length > 0) {
    const path = join(folder, runFiles.record);
    throw damaged(path, `it is missing, though the folder has ${left.join(' and ')} of a run`);
  }
  // The schema is that of the type.
  return readRecord(folder, runFiles, runRecordSchema, noRun) as RunRecord;
}

/** True for the folder of a run, also of one that has lost its record. */
export function isRunFolder(folder: string): boolean {
  return existsSync(join(folder, runFiles.record)) || filesWithoutRecord(folder).length > 0;
}

/** Files by which a run that has lost its record is known: a compiled folder has one of them as well, a run that never began too. */
const marks = [runFiles.resolved, runFiles.events, runFiles.checkpoints] as const;

/** Those of the files that are there; none where the folder has a record, or is no run. */
function filesWithoutRecord(folder: string): readonly string[] {
  if (existsSync(join(folder, runFiles.record))) return [];
  const found = marks.filter((file) => existsSync(join(folder, file)));
  return found.length > 1 ? found : [];
}

/** Undefined where the run has kept no record of its data, which is opened then. */
function readData(folder: string, { files }: RunRecord): DatasetRecord | undefined {
  const path = join(folder, runFiles.data);
  if (files[runFiles.data] === undefined && !existsSync(path)) return undefined;
  const bytes = readUnchanged(folder, runFiles.data, files);
  // As above.
  return recordValue(bytes, path, datasetRecordSchema) as DatasetRecord;
}

function noRun(folder: string, reason: string): GanspecError {
  return new GanspecError(
    'GAN513',
    exitCodes.usage,
    `${folder} is not the folder of a run: ${reason}`,
    wayToRun(folder) ??
      'Name the folder that `ganspec train` printed at its end; `ganspec runs` lists them.',
  );
}

/** The way out for a path inside a run folder, as that of a checkpoint; undefined for others. */
function wayToRun(path: string): string | undefined {
  const run = foldersAbove(path).find(isRunFolder);
  if (run === undefined) return undefined;
  const [folder, checkpoint = ''] = relative(run, path).split(sep);
  const step = folder === runFiles.checkpoints ? /^step-0*(\d+)/.exec(checkpoint)?.[1] : undefined;
  const hint = `It is a part of the run ${run}: name that folder`;
  if (step === undefined) return `${hint}.`;
  return `${hint}, with --from ${step} to resume it from this checkpoint; --init-from takes ${join(run, runFiles.checkpoints, checkpoint)}, too.`;
}

/** Folders that may be the run of a path: those above it, down to the state of a checkpoint. */
function foldersAbove(path: string): readonly string[] {
  const above = dirname(path);
  return [above, dirname(above), dirname(dirname(above))];
}
