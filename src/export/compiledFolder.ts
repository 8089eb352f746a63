/** Compiled folders: written as a whole by `ganspec compile`, read again by the typed module in them. */
import { relative, resolve } from 'node:path';
import { digestsOf } from '../checkpoint/digest.js';
import { sealedText } from '../checkpoint/recordFile.js';
import { replaceFolder } from '../checkpoint/replaceFolder.js';
import { readRecord, savedFolder, type SavedFolder } from '../checkpoint/savedFolder.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { version } from '../version.js';
import { artefactsOf, type ArtefactSource } from './artefacts.js';
import { artefactFiles, artefactRecordSchema, type ArtefactRecord } from './record.js';

/** A folder that was written. */
export interface Artefacts {
  /** Absolute. */
  readonly folder: string;
  /** Paths inside the folder, with slashes. */
  readonly files: readonly string[];
  /** Notes on changed names, one sentence each. */
  readonly notes: readonly string[];
}

/**
 * Writes all files of a compiled GAN, and their record.
 * @param force Overwrites files of the same names that were not written by this function, all but the `package.json` of another
 * package.
 * @throws GanspecError GAN530 where the folder holds something else; GAN511 where it cannot be written.
 */
export function writeCompiledFolder(
  source: ArtefactSource,
  out: string,
  force: boolean,
): Artefacts {
  const { files, models, notes } = artefactsOf(source, `ganspec ${version}`);
  const { baseDir, dataDir, environmentDirs = [], ownPaths = [] } = source;
  const fromHere = (folder: string): string =>
    relative(resolve(out), resolve(folder)).replaceAll('\\', '/');
  const record: ArtefactRecord = {
    ganspec: version,
    name: source.name,
    seed: source.seed,
    baseDir: fromHere(baseDir),
    dataDir: dataDir === undefined ? null : fromHere(dataDir),
    environmentDirs: environmentDirs.map(fromHere),
    dataPaths: [...ownPaths],
    plugins: source.plugins,
    passes: source.passes,
    data: source.data,
    models,
    files: digestsOf(files),
  };
  const all = new Map([...files, [artefactFiles.record, sealedText(record)]]);
  return {
    folder: replaceFolder(out, all, {
      record: artefactFiles.record,
      force,
      spared: [artefactFiles.package],
    }),
    files: [...all.keys()].sort(),
    notes,
  };
}

/**
 * Reads a compiled folder.
 * @throws GanspecError GAN531 where the folder has no record; GAN610 where the record is damaged, GAN602 where a file is
 * missing or was changed, both with exit code 6.
 */
export function readCompiledFolder(
  folder: string,
): SavedFolder &
  Pick<
    ArtefactRecord,
    'baseDir' | 'dataDir' | 'environmentDirs' | 'dataPaths' | 'passes' | 'seed' | 'data'
  > {
  // The schema is that of the type.
  const record = readRecord(
    folder,
    artefactFiles,
    artefactRecordSchema,
    notCompiled,
  ) as ArtefactRecord;
  const { baseDir, dataDir = null, environmentDirs = [], dataPaths = [] } = record;
  const { passes = 'all', seed, data, files } = record;
  return {
    ...savedFolder(folder, artefactFiles, files),
    baseDir: resolve(folder, baseDir),
    dataDir: dataDir === null ? null : resolve(folder, dataDir),
    environmentDirs: environmentDirs.map((path) => resolve(folder, path)),
    dataPaths,
    passes,
    seed,
    data,
  };
}

function notCompiled(folder: string, reason: string): GanspecError {
  return new GanspecError(
    'GAN531',
    exitCodes.usage,
    `${folder} is not a compiled folder: ${reason}`,
    'Name a folder that `ganspec compile` wrote; a module moved elsewhere takes the folder as the second argument of load().',
  );
}
