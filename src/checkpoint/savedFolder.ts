/** Folders that hold a record, a spec and a state, as run and export folders do. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { TensorMap } from '../ir/tensorType.js';
import { digestOf, type Digests } from './digest.js';
import { readRegularFile } from './readFile.js';
import { readSealedRecord, syntaxMistake } from './recordFile.js';
import { readSafetensors } from './safetensors.js';

/** The spec and the state in such a folder. */
export interface SavedFolder {
  /** Path of the merged spec. */
  readonly spec: string;
  /** @throws GanspecError GAN602, exit code 6, where the spec is not the one that was written. */
  checkSpec(): void;
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
 * @param schema Of the record.
 * @throws The error that `refuse` makes, where the folder has no record; GanspecError GAN610, exit code 6, where the record
 * is damaged.
 */
export function readRecord(
  folder: string,
  { record }: SavedFiles,
  schema: object,
  refuse: Refuse,
): unknown {
  const path = join(folder, record);
  if (!existsSync(folder)) throw refuse(folder, 'there is no such folder');
  if (!statSync(folder).isDirectory()) throw refuse(folder, 'it is a file');
  if (!existsSync(path)) throw refuse(folder, `it has no ${record}`);
  return readSealedRecord(path, schema);
}

/**
 * The contents of a folder whose record is read.
 * @param digests SHA-256 of the files, from the folder's record.
 */
export function savedFolder(
  folder: string,
  { spec, state }: SavedFiles,
  digests: Digests,
): SavedFolder {
  return {
    spec: currentFile(folder, spec, digests),
    checkSpec: () => {
      readUnchanged(folder, spec, digests);
    },
    readState: () => readSafetensors(readUnchanged(folder, state, digests), state),
  };
}

/** Path of the content that is to take the place of a file once the record of the folder has its digest. */
export function nextFile(path: string): string {
  return `${path}.next`;
}

/**
 * Path of the file that the record of a folder means: that which is to take its place, where a process was killed after it
 * had written the record.
 */
export function currentFile(folder: string, file: string, digests: Digests): string {
  const path = join(folder, file);
  const next = nextFile(path);
  return existsSync(next) && hasDigest(next, digests[file]) && !hasDigest(path, digests[file])
    ? next
    : path;
}

function hasDigest(path: string, digest: string | undefined): boolean {
  try {
    const unreadable = (reason: string): GanspecError => changed(path, reason);
    return digestOf(readRegularFile(path, unreadable)) === digest;
  } catch {
    return false;
  }
}

/**
 * The bytes of a file, which must be those that were written.
 * @throws GanspecError GAN602, exit code 6.
 */
export function readUnchanged(folder: string, file: string, digests: Digests): Uint8Array {
  const path = currentFile(folder, file, digests);
  const written = digests[file];
  if (written === undefined) throw changed(path, 'the record of the folder has no SHA-256 of it');
  const bytes = readRegularFile(path, (reason) =>
    changed(path, `${reason}, though the record of the folder has it`),
  );
  if (written === digestOf(bytes)) return bytes;
  const differs = 'not the file that was written: its SHA-256 differs from the one in the record';
  const mistake = path.endsWith('.json') ? syntaxMistake(bytes, path) : undefined;
  throw mistake ? changed(mistake.place, `${differs} (${mistake.what})`) : changed(path, differs);
}

function changed(place: string, reason: string): GanspecError {
  return new GanspecError(
    'GAN602',
    exitCodes.checkpoint,
    `${place}: ${reason}`,
    'Restore the folder from a copy, or make it anew; a changed file is never used in silence.',
  );
}
