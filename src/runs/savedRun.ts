/** The folder of a run that is over, read again. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { recordValue } from '../checkpoint/recordFile.js';
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
 * @throws GanspecError GAN513 where there is none; GAN610, exit code 6, where it is damaged.
 */
export function readRunRecord(folder: string): RunRecord {
  // The schema is that of the type.
  return readRecord(folder, runFiles, runRecordSchema, noRun) as RunRecord;
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
    'Name the folder that `ganspec train` printed at its end; `ganspec runs` lists them.',
  );
}
