import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { GanspecError, messageOf } from '../../diagnostics/errors.js';
import { dataError, isFolder, withReadErrors } from './dataFile.js';
import { isOutsideLink, refuseOutsideLink, type DataLocation } from './dataPath.js';
import { decideByContent, unnamedKinds, type Decision, type WantedFiles } from './fileKinds.js';

/** Files of one kind in a folder. */
export interface FoundFiles {
  readonly files: readonly string[];
  /** All sub-folders, searched or not. */
  readonly folders: readonly string[];
  /** Unreadable sub-folders. */
  readonly unread: readonly SkippedPath[];
  readonly leftOut: readonly LeftOutFile[];
}

/** A file of a kind that is not read. */
export interface LeftOutFile {
  readonly path: string;
  readonly kind: string;
}

/** A file or folder that is skipped. */
export interface SkippedPath {
  readonly path: string;
  readonly reason: string;
}

/**
 * Finds the wanted files in a folder and its sub-folders, sorted by name, and those that are left out. Names that start
 * with a dot are ignored.
 * Links are followed, but no folder is searched twice: a linked folder is searched at its own location if that is inside
 * the folder, else at the first link to it.
 * @throws GanspecError GAN401 if the folder itself cannot be read; GAN408 for a link out of the folder of the spec.
 */
export function findFiles(folder: DataLocation, wanted: WantedFiles): FoundFiles {
  const searched = new Set<string>();
  const links: string[] = [];
  const folders: string[] = [];
  const unread: SkippedPath[] = [];
  const leftOut: LeftOutFile[] = [];
  const search = (directory: string): readonly string[] => {
    const real = realpathSync(directory);
    if (searched.has(real)) return [];
    searched.add(real);
    const entries = readdirSync(directory, { withFileTypes: true });
    const visible = entries.filter(({ name }) => !name.startsWith('.'));
    return visible.sort(byName).flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return searchSubfolder(path);
      // A broken link counts as a file, which then cannot be read.
      const isLink = entry.isSymbolicLink() && existsSync(path);
      const isFolder = isLink && statSync(path).isDirectory();
      if (isFolder) {
        refuseOutsideLink(folder, path);
        links.push(path);
        return [];
      }
      const decision = decide(path, isLink ? folder : undefined, wanted);
      if (typeof decision === 'object') leftOut.push({ path, kind: decision.leftOut });
      return decision === 'read' ? [path] : [];
    });
  };
  const searchSubfolder = (directory: string): readonly string[] => {
    folders.push(directory);
    try {
      return search(directory);
    } catch (error) {
      if (error instanceof GanspecError) throw error;
      unread.push({ path: directory, reason: messageOf(error) });
      return [];
    }
  };
  if (!isFolder(folder.path)) throw noFolder(folder.path);
  const found = [withReadErrors(folder.path, () => search(folder.path))];
  // Links are searched last, when all real folders inside are known. The search may append further links.
  for (const link of links) found.push(searchSubfolder(link));
  return { files: sortedByPath(found.flat()), folders, unread, leftOut };
}

function noFolder(path: string): GanspecError {
  return dataError(
    'GAN401',
    `${path}: is a file, not a folder`,
    'Name the folder that the files lie in; one file with all samples is read by npy, idx or csv.',
  );
}

/**
 * Decides on a file; nothing is read outside the folder of the spec.
 * @param linkedFrom Folder that links must not leave, where the file is a link.
 */
function decide(
  path: string,
  linkedFrom: DataLocation | undefined,
  { names, kinds }: WantedFiles,
): Decision {
  if (names.test(path)) {
    if (linkedFrom) refuseOutsideLink(linkedFrom, path);
    return 'read';
  }
  const isOutside = linkedFrom !== undefined && isOutsideLink(linkedFrom, path);
  return isOutside ? { leftOut: unnamedKinds.outside } : decideByContent(path, kinds);
}

/** Order by code units, independent of the machine's locale. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** Sorts paths component by component, so that the files of a folder stay together. */
function sortedByPath(paths: readonly string[]): readonly string[] {
  return paths
    .map((path) => ({ path, name: path.replaceAll(sep, '\0') }))
    .sort(byName)
    .map(({ path }) => path);
}
