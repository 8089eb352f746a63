import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { GanspecError } from '../../diagnostics/errors.js';
import { guarded, reasonOf } from './dataFile.js';
import { refuseLinkOut, type DataPlace } from './dataPath.js';

/** What a folder holds. */
export interface FoundFiles {
  readonly files: readonly string[];
  /** All folders inside it, searched or not. */
  readonly folders: readonly string[];
  /** Those among them that cannot be read. */
  readonly unread: readonly LeftOut[];
}

/** A file or folder that is done without. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
}

/**
 * All files of a kind in a folder and the folders inside it, in the order of their names; files and folders whose names
 * start with a dot are passed over. Links are followed, but no folder is searched twice: one that links lead to from
 * elsewhere is searched in its own place, or else where the first link to it is.
 * @param names What the names of these files look like.
 * @throws GanspecError GAN401 where the folder itself cannot be read; GAN408 for a link out of the folder of the spec.
 */
export function findFiles(folder: DataPlace, names: RegExp): FoundFiles {
  const searched = new Set<string>();
  const links: string[] = [];
  const folders: string[] = [];
  const unread: LeftOut[] = [];
  const search = (place: string): readonly string[] => {
    const own = realpathSync(place);
    if (searched.has(own)) return [];
    searched.add(own);
    const entries = readdirSync(place, { withFileTypes: true });
    const seen = entries.filter(({ name }) => !name.startsWith('.'));
    return seen.sort(byName).flatMap((entry) => {
      const path = join(place, entry.name);
      if (entry.isDirectory()) return searchInner(path);
      // A link to nothing is a file that cannot be read.
      const isLink = entry.isSymbolicLink() && existsSync(path);
      const isFolder = isLink && statSync(path).isDirectory();
      if (!isFolder && !names.test(entry.name)) return [];
      if (isLink) refuseLinkOut(folder, path);
      if (!isFolder) return [path];
      links.push(path);
      return [];
    });
  };
  const searchInner = (place: string): readonly string[] => {
    folders.push(place);
    try {
      return search(place);
    } catch (error) {
      if (error instanceof GanspecError) throw error;
      unread.push({ path: place, reason: reasonOf(error) });
      return [];
    }
  };
  const found = [guarded(folder.path, () => search(folder.path))];
  // Only now it is known which folders have a place of their own. More links may turn up on the way.
  for (const link of links) found.push(searchInner(link));
  return { files: inPlace(found.flat()), folders, unread };
}

/** By code units: the order must not depend on the machine's language. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** Name by name, so that what is in a folder stays together. */
function inPlace(paths: readonly string[]): readonly string[] {
  return paths
    .map((path) => ({ path, name: path.replaceAll(sep, '\0') }))
    .sort(byName)
    .map(({ path }) => path);
}
