/** Folders that hold a record, a spec and a state, as run and export folders do. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { TensorMap } from '../ir/tensorType.js';
import { digestOf, type Digests } from './digest.js';
import { readSafetensors } from './safetensors.js';

/** The spec and the state in such a folder. */
export interface SavedFolder {
  /** Path of the merged spec. */
  readonly spec: string;
  /** @throws GanspecError GAN600 to GAN602, exit code 6, where the state is damaged. */
  readState(): TensorMap;
}

/** Names of the files in one kind of folder. */
export interface SavedFiles {
  readonly record: string;
  readonly spec: string;
  readonly state: string;
}

/** Makes the error for a folder of another kind. @param reason As in `it has no run.json`. */
export type Refuse = (folder: string, reason: string) => GanspecError;

/**
 * Reads the record of such a folder.
 * @throws The error that `refuse` makes, where a file is missing or the record is no JSON.
 */
export function readRecord(
  folder: string,
  { record, spec, state }: SavedFiles,
  refuse: Refuse,
): unknown {
  for (const file of [record, spec, state]) {
    if (!existsSync(join(folder, file))) throw refuse(folder, `it has no ${file}`);
  }
  return readJson(folder, record, refuse);
}

/** Reads a JSON file that ganspec wrote. @throws The error that `refuse` makes, where it is no JSON. */
export function readJson(folder: string, file: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw refuse(folder, `its ${file} is no JSON`);
    throw error;
  }
}

/**
 * The contents of a folder whose files are known to be there.
 * @param digests SHA-256 of the files, from the folder's record.
 * @throws GanspecError GAN602 where the spec is not the one that was written.
 */
export function savedFolder(
  folder: string,
  { spec, state }: SavedFiles,
  digests: Digests | undefined,
): SavedFolder {
  readUnchanged(folder, spec, digests);
  return {
    spec: join(folder, spec),
    readState: () => readSafetensors(readUnchanged(folder, state, digests), state),
  };
}

/**
 * The bytes of a file, which must be those that were written.
 * @throws GanspecError GAN602, exit code 6.
 */
export function readUnchanged(
  folder: string,
  file: string,
  digests: Digests | undefined,
): Uint8Array {
  const path = join(folder, file);
  const written = digests?.[file];
  if (written === undefined) throw changed(path, 'the record of the folder has no SHA-256 of it');
  if (!existsSync(path)) throw changed(path, 'missing, though the record of the folder has it');
  const bytes = readFileSync(path);
  if (written === digestOf(bytes)) return bytes;
  throw changed(
    path,
    'not the file that was written: its SHA-256 differs from the one in the record',
  );
}

function changed(path: string, reason: string): GanspecError {
  return new GanspecError(
    'GAN602',
    exitCodes.checkpoint,
    `${path}: ${reason}`,
    'Restore the folder from a copy, or make it anew; a changed file is never used in silence.',
  );
}
