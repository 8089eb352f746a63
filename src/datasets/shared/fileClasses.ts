/** Classes of files: the folders that they are in, or the lines of a label file. */
import { basename, relative, sep } from 'node:path';
import type { DatasetWarning } from '../../entries/dataset.js';
import { readLines } from '../formats/readLines.js';
import { dataError } from './dataFile.js';
import { listText } from './listText.js';
import { naturalOrder } from './naturalOrder.js';

/** Files of a folder that may have classes. */
interface ClassedFiles {
  readonly folder: string;
  readonly files: readonly string[];
  /** All sub-folders. */
  readonly folders: readonly string[];
}

export interface FileClasses {
  /** Names from class 0 on; null where files have no classes. */
  readonly names: readonly string[] | null;
  /** Class of each file; 0 without classes. */
  readonly labels: readonly number[];
  /** Names of direct sub-folders without files, which are no classes. */
  readonly empty: readonly string[];
  /** A file outside the sub-folders, where there are some: then there are no classes. */
  readonly stray?: string;
}

/**
 * Classes of files.
 * @param from True for the direct sub-folders, false for no classes, else the path of a label file with a file and its
 * class in each line.
 * @throws GanspecError GAN407 for a label file that does not fit
 */
export function fileClasses(found: ClassedFiles, from: boolean | string): FileClasses {
  if (typeof from === 'string') return numbered(found, namesInFile(found, from));
  const { folder, files, folders } = found;
  const tops = files.map((path) => topFolder(relative(folder, path)));
  const names = tops.filter((name) => name !== undefined);
  const none = { names: null, labels: files.map(() => 0), empty: [] };
  if (!from || names.length === 0) return none;
  const stray = files[tops.indexOf(undefined)];
  if (stray !== undefined) return { ...none, stray };
  const inside = folders.map((path) => relative(folder, path));
  const empty = inside.filter((name) => !name.includes(sep) && !names.includes(name));
  return { ...numbered(found, names), empty: empty.sort() };
}

/** Warnings of sub-folders that are no classes. */
export function classWarnings(
  folder: string,
  { empty, stray }: FileClasses,
): readonly DatasetWarning[] {
  const names = listText(empty.map((name) => JSON.stringify(name)));
  const emptyFolders: DatasetWarning = {
    code: 'GAN419',
    message: `${folder}: folders that are no classes, since no file of the data is in them: ${names}`,
    hint: 'Add files to these folders, or remove them.',
  };
  const noClasses: DatasetWarning = {
    code: 'GAN419',
    message: `${folder}: its sub-folders are no classes, since ${stray ?? ''} is in none of them`,
    hint: 'Move it into the folder of its class, or set "labels" to false if there are none.',
  };
  return [...(empty.length > 0 ? [emptyFolders] : []), ...(stray === undefined ? [] : [noClasses])];
}

function numbered({ files }: ClassedFiles, classOf: readonly string[]): FileClasses {
  const names = [...new Set(classOf)].sort(naturalOrder);
  const indices = new Map(names.map((name, index) => [name, index]));
  return { names, labels: files.map((_, i) => indices.get(classOf[i] ?? '') ?? 0), empty: [] };
}

function topFolder(path: string): string | undefined {
  const [first, ...rest] = path.split(sep);
  return rest.length === 0 ? undefined : first;
}

/** Class of each file by its line in a label file; a first line that names no file is a heading. */
function namesInFile({ folder, files }: ClassedFiles, labelFile: string): readonly string[] {
  const lines = new Map<string, string>();
  let line = 0;
  for (const text of readLines(labelFile, 'GAN407')) {
    line += 1;
    if (text.trim() === '') continue;
    const fields = text.split(/[,;\t]/).map((field) => field.trim().replaceAll('"', ''));
    const [name = '', label = '', ...others] = fields;
    if (label === '' || others.length > 0) {
      throw dataError(
        'GAN407',
        `${labelFile}:${line}: has ${fields.length} fields, not a file and its class`,
        'Write lines such as "cats/tom.png,cat".',
      );
    }
    lines.set(name, label);
  }
  const names = files.map((path) => {
    const inside = relative(folder, path).replaceAll(sep, '/');
    return lines.get(inside) ?? lines.get(basename(path));
  });
  const missing = files.filter((_, i) => names[i] === undefined);
  if (missing.length > 0) {
    throw dataError(
      'GAN407',
      `${labelFile}: names no class of ${missing.length} of ${files.length} files: ${listText(missing)}`,
      `Add a line for each, with its path from ${folder} and its class, or move it away.`,
    );
  }
  return names.filter((name) => name !== undefined);
}
