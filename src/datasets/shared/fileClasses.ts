/** Classes of files: the folders that they are in, or the lines of a label file. */
import { basename, extname, relative, sep } from 'node:path';
import type { GanspecError } from '../../diagnostics/errors.js';
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
  /** Names in the label file that no file has. */
  readonly strangers?: readonly string[];
}

/**
 * Classes of files.
 * @param from True for the direct sub-folders, false for no classes, else the path of a label file with a file and its
 * class in each line.
 * @throws GanspecError GAN407 for a label file that does not fit
 */
export function fileClasses(found: ClassedFiles, from: boolean | string): FileClasses {
  if (typeof from === 'string') {
    const { names, strangers } = namesInFile(found, readLabelFile(from));
    return { ...numbered(found, names), strangers };
  }
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

/** Warnings of sub-folders that are no classes, and of lines of a label file without a file. */
export function classWarnings(
  folder: string,
  { empty = [], stray, strangers = [] }: Partial<FileClasses>,
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
  const noFiles: DatasetWarning = {
    code: 'GAN423',
    message: `${folder}: ${strangers.length === 1 ? '1 file that the label file names is' : `${strangers.length} files that the label file names are`} not there: ${listText(strangers)}`,
    hint: 'Add these files, or remove their lines; a path starts at the folder of the data.',
  };
  return [
    ...(empty.length > 0 ? [emptyFolders] : []),
    ...(stray === undefined ? [] : [noClasses]),
    ...(strangers.length > 0 ? [noFiles] : []),
  ];
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

/** Lines of a label file by the name of their file. */
interface LabelFile {
  readonly file: string;
  readonly lines: ReadonlyMap<string, { readonly label: string; readonly line: number }>;
}

/** @throws GanspecError GAN407 for a line of another form, and for two classes of one file */
function readLabelFile(file: string): LabelFile {
  const lines = new Map<string, { label: string; line: number }>();
  let line = 0;
  for (const text of readLines(file, 'GAN407')) {
    line += 1;
    if (text.trim() === '') continue;
    const fields = text.split(/[,;\t]/).map((field) => field.trim().replaceAll('"', ''));
    const [written = '', label = '', ...others] = fields;
    if (label === '' || others.length > 0) {
      const has = fields.length === 1 ? '1 field' : `${fields.length} fields`;
      throw dataError(
        'GAN407',
        `${file}:${line}: has ${has}, where a line has a file and its class`,
        'Write lines such as "cats/tom.png,cat".',
      );
    }
    const name = written.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
    const known = lines.get(name);
    if (known && known.label !== label) throw twoClasses(file, name, [known, { label, line }]);
    lines.set(name, { label, line });
  }
  return { file, lines };
}

function twoClasses(
  file: string,
  name: string,
  lines: readonly { readonly label: string; readonly line: number }[],
): GanspecError {
  const texts = lines.map(({ label, line }) => `${JSON.stringify(label)} in line ${line}`);
  return dataError(
    'GAN407',
    `${file}: gives ${name} two classes: ${texts.join(', ')}`,
    'Keep the line with the right class.',
  );
}

/** Class of each file by its line in a label file, which names its path or its name; a first line without either is a heading. */
function namesInFile(
  { folder, files }: ClassedFiles,
  { file, lines }: LabelFile,
): { readonly names: readonly string[]; readonly strangers: readonly string[] } {
  const used = new Set<string>();
  const names = files.map((path) => {
    const inside = relative(folder, path).replaceAll(sep, '/');
    const keys = [...new Set([inside, basename(path)])].filter((key) => lines.has(key));
    for (const key of keys) used.add(key);
    const found = keys.flatMap((key) => lines.get(key) ?? []);
    if (new Set(found.map(({ label }) => label)).size > 1) throw twoClasses(file, inside, found);
    return found[0]?.label;
  });
  const missing = files.filter((_, i) => names[i] === undefined);
  if (missing.length > 0) {
    throw dataError(
      'GAN407',
      `${file}: names no class of ${missing.length} of ${files.length} files: ${listText(missing)}`,
      `Add a line for each, with its path from ${folder} and its class, or move it away.`,
    );
  }
  const isHeading = (name: string): boolean => lines.get(name)?.line === 1 && extname(name) === '';
  return {
    names: names.filter((name) => name !== undefined),
    strangers: [...lines.keys()].filter((name) => !used.has(name) && !isHeading(name)),
  };
}
