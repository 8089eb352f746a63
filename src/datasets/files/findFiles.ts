import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { guarded } from './dataFile.js';

/**
 * All files of a kind in a folder and the folders inside it, in the order of their names; files and folders whose names
 * start with a dot are passed over. Links are followed, but not back to a folder that they lie in.
 * @param names What the names of these files look like.
 * @param around Folders that this one lies in, without links.
 * @throws GanspecError GAN401 where a folder cannot be read.
 */
export function findFiles(folder: string, names: RegExp, around: readonly string[] = []): string[] {
  const own = guarded(folder, () => realpathSync(folder));
  if (around.includes(own)) return [];
  const entries = guarded(folder, () => readdirSync(folder, { withFileTypes: true }));
  const seen = entries.filter(({ name }) => !name.startsWith('.'));
  // By code units: the order must not depend on the machine's language.
  seen.sort((a, b) => (a.name < b.name ? -1 : 1));
  return seen.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory() || (entry.isSymbolicLink() && leadsToFolder(path))) {
      return findFiles(path, names, [...around, own]);
    }
    return names.test(entry.name) ? [path] : [];
  });
}

/** False for a link to nothing. */
function leadsToFolder(link: string): boolean {
  return existsSync(link) && guarded(link, () => statSync(link).isDirectory());
}
