/** Files of a folder that are left out because of their kind. */
import { counted } from '../../diagnostics/counted.js';
import { extname, relative, sep } from 'node:path';
import type { GanspecError } from '../../diagnostics/errors.js';
import type { DatasetWarning } from '../../entries/dataset.js';
import { dataError } from './dataFile.js';
import { unnamedKinds } from './fileKinds.js';
import type { FoundFiles, LeftOutFile } from './findFiles.js';
import { listText } from './listText.js';

/** Kinds that no program converts. */
const notConvertible: readonly string[] = Object.values(unnamedKinds);

/**
 * The way out, a full sentence.
 * @param extensions Of the files, such as `.bmp`; at least one.
 * @param patterns The files from their folder on, as a shell matches them: `*.bmp`, or in sub-folders a star and `/*.bmp`.
 */
export type WayOut = (extensions: readonly string[], patterns: readonly string[]) => string;

/** One warning of all files that are left out. */
export function leftOutWarning(
  folder: string,
  { files, leftOut }: { readonly files: readonly unknown[] } & Pick<FoundFiles, 'leftOut'>,
  wayOut: WayOut,
): readonly DatasetWarning[] {
  if (leftOut.length === 0) return [];
  const all = files.length + leftOut.length;
  return [
    {
      code: 'GAN410',
      message: `${folder}: ${leftOut.length} of ${counted(all, 'file')} left out: ${leftOutText(folder, leftOut)}`,
      hint: leftOutHint(folder, leftOut, wayOut),
    },
  ];
}

/** Error of a folder without any file that is read. @param message Without the files that are left out. */
export function noFilesError(
  code: string,
  message: string,
  { path, leftOut }: { readonly path: string } & Pick<FoundFiles, 'leftOut'>,
  wayOut: WayOut,
): GanspecError {
  if (leftOut.length === 0) return dataError(code, message);
  return dataError(
    code,
    `${message}, but others: ${leftOutText(path, leftOut)}`,
    leftOutHint(path, leftOut, wayOut),
  );
}

/** The files by kind, as in `BMP (a.bmp, b.bmp), HEIC (c.heic)`. */
function leftOutText(folder: string, leftOut: readonly LeftOutFile[]): string {
  const kinds = [...new Set(leftOut.map(({ kind }) => kind))];
  const texts = kinds.map((kind) => {
    const files = leftOut.filter((file) => file.kind === kind);
    return `${kind} (${listText(files.map(({ path }) => relative(folder, path)))})`;
  });
  return texts.join(', ');
}

/** The way out for files of known kinds, and for the others. */
function leftOutHint(folder: string, leftOut: readonly LeftOutFile[], wayOut: WayOut): string {
  const convertible = leftOut.filter(({ kind }) => !notConvertible.includes(kind));
  const named = convertible.filter(({ path }) => extname(path) !== '');
  if (named.length === 0) return 'Remove them from the folder if they are no data.';
  const extensions = new Set(named.map(({ path }) => extname(path)));
  const patterns = new Set(named.map(({ path }) => patternOf(relative(folder, path))));
  return `${wayOut([...extensions], [...patterns])} Remove from the folder what is no data.`;
}

/** The pattern of all files with the extension of this one that lie as deep. */
function patternOf(path: string): string {
  const folders = path.split(sep).slice(1);
  return `${'*/'.repeat(folders.length)}*${extname(path)}`;
}
