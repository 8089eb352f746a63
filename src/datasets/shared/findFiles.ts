import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { GanspecError, messageOf } from '../../diagnostics/errors.js';
import { withReadErrors } from './dataFile.js';
import { refuseOutsideLink, type DataLocation } from './dataPath.js';

/** Files of one kind in a folder. */
export interface FoundFiles {
  readonly files: readonly string[];
  /** All sub-folders, searched or not. */
  readonly folders: readonly string[];
  /** Unreadable sub-folders. */
  readonly unread: readonly SkippedPath[];
}

/** A file or folder that is skipped. */
export interface SkippedPath {
  readonly path: string;
  readonly reason: string;
}

/**
 * Finds all files of one kind in a folder and its sub-folders, sorted by name. Names that start with a dot are ignored.
 * Links are followed, but no folder is searched twice: a linked folder is searched at its own location if that is inside
 * the folder, else at the first link to it.
 * @param names Pattern of the file names.
 * @throws GanspecError GAN401 if the folder itself cannot be read; GAN408 for a link out of the folder of the spec.
 */
export function findFiles(folder: DataLocation, names: RegExp): FoundFiles {
  const searched = new Set<string>();
  const links: string[] = [];
  const folders: string[] = [];
  const unread: SkippedPath[] = [];
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
      if (!isFolder && !names.test(entry.name)) return [];
      if (isLink) refuseOutsideLink(folder, path);
      if (!isFolder) return [path];
      links.push(path);
      return [];
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
  const found = [withReadErrors(folder.path, () => search(folder.path))];
  // Links are searched last, when all real folders inside are known. The search may append further links.
  for (const link of links) found.push(searchSubfolder(link));
  return { files: sortedByPath(found.flat()), folders, unread };
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
