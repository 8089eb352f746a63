/** Writes a folder as a whole, and overwrites only files that it wrote before. */
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { digestOf } from './digest.js';
import { readRegularFile } from './readFile.js';
import { makeFolder } from '../makeFolder.js';
import { diskError, writeFileAtomically } from './writeFile.js';

/** Contents by path inside the folder, with slashes. */
export type FolderFiles = ReadonlyMap<string, string | Uint8Array>;

export interface ReplaceOptions {
  /** One of the files: JSON whose `files` holds the digest of every other one, by its path. */
  readonly record: string;
  /** Overwrites what others wrote under the same names too; files of other names stay. */
  readonly force: boolean;
  /** Files that stay as they are where others wrote them, also with `force`. */
  readonly spared?: readonly string[];
}

/**
 * Writes beside the folder, then takes its place: the name never refers to half of the files.
 * @param out May exist if it is empty or holds nothing but what its record says was written there.
 * @returns The folder's absolute path.
 * @throws GanspecError GAN530 where there is something else; GAN511 where the folder cannot be written.
 */
export function replaceFolder(out: string, files: FolderFiles, options: ReplaceOptions): string {
  try {
    const path = existsSync(out) ? realpathSync(out) : resolve(out);
    const foreign = foreignFiles(path, out, options.record);
    if (foreign.length > 0 && !options.force) throw occupied(out, foreign);
    const { spared = [] } = options;
    const kept = foreign.filter((file) => spared.includes(file) || !clashes(file, files));
    replace(path, files, kept);
    return path;
  } catch (error) {
    throw error instanceof GanspecError ? error : diskError(error, out);
  }
}

function replace(path: string, files: FolderFiles, kept: readonly string[]): void {
  const id = randomUUID().slice(0, 8);
  const [made, old] = [`${path}.${id}.tmp`, `${path}.${id}.old`];
  try {
    makeFolder(made);
    for (const [file, content] of files) {
      mkdirSync(dirname(join(made, file)), { recursive: true });
      writeFileAtomically(join(made, file), content);
    }
    for (const file of kept) {
      cpSync(join(path, file), join(made, file), { recursive: true, verbatimSymlinks: true });
    }
    takePlace(made, path, old);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}

/** Moves a folder to the place of another, which is restored on failure. */
function takePlace(made: string, path: string, old: string): void {
  const replaces = existsSync(path);
  if (replaces) renameSync(path, old);
  try {
    renameSync(made, path);
  } catch (error) {
    if (replaces) renameSync(old, path);
    throw error;
  }
}

/** Files in the folder that were not written as its record says. @throws GanspecError GAN530 for a file. */
function foreignFiles(path: string, out: string, record: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) throw occupied(out, undefined);
  const own = recordedFiles(join(path, record));
  return filesIn(path).filter((file) => {
    if (file === record && own.size > 0) return false;
    return own.get(file) !== digestIn(join(path, file));
  });
}

/** SHA-256 of a file; undefined for what is no readable file. */
function digestIn(path: string): string | undefined {
  try {
    return digestOf(readRegularFile(path));
  } catch {
    return undefined;
  }
}

function filesIn(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Digests of files by path according to a record; empty without a readable record. */
function recordedFiles(record: string): ReadonlyMap<string, string> {
  try {
    // Written by this program; whatever else it may be, a file of its list counts by its digest alone.
    const { files } = JSON.parse(readRegularFile(record).toString('utf8')) as {
      files?: Record<string, string>;
    };
    return new Map(Object.entries(files ?? {}));
  } catch {
    return new Map();
  }
}

/** True where a new file has this path, or needs a folder where this file is, or is where this file needs a folder. */
function clashes(foreign: string, files: FolderFiles): boolean {
  return [...files.keys()].some(
    (file) => file === foreign || file.startsWith(`${foreign}/`) || foreign.startsWith(`${file}/`),
  );
}

const shownFiles = 3;

function occupied(out: string, foreign: readonly string[] | undefined): GanspecError {
  if (foreign === undefined) {
    const hint = 'Give --out a folder.';
    return new GanspecError('GAN530', exitCodes.usage, `${out} is a file`, hint);
  }
  const rest = foreign.length - shownFiles;
  const list = foreign.slice(0, shownFiles).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return new GanspecError(
    'GAN530',
    exitCodes.usage,
    `${out} holds files that ganspec did not write there, or that were changed since: ${list}; nothing there was touched`,
    'Give --out a new or an empty folder, or overwrite files of the same names with --force.',
  );
}
