import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { guarded } from './dataFile.js';

/**
 * All files of a kind in a folder and the folders inside it, in the order of their names; files and folders whose names
 * start with a dot are passed over.
 * @param names What the names of these files look like.
 * @throws GanspecError GAN401 where a folder cannot be read.
 */
export function findFiles(folder: string, names: RegExp): string[] {
  const entries = guarded(folder, () => readdirSync(folder, { withFileTypes: true }));
  const seen = entries.filter(({ name }) => !name.startsWith('.'));
  // By code units: the order must not depend on the machine's language.
  seen.sort((a, b) => (a.name < b.name ? -1 : 1));
  return seen.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return findFiles(path, names);
    return names.test(entry.name) ? [path] : [];
  });
}
