import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diskError } from '../checkpoint/writeFile.js';
import { makeFolder } from '../makeFolder.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { NewFile } from './pluginFiles.js';

/**
 * Writes files that are not there yet: all of them, or none where one of the names is taken.
 * @param folder Made where it is missing.
 * @returns the paths written.
 * @throws GanspecError GAN851 where a file is there already, GAN511 where the folder cannot be written.
 */
export function writeNewFiles(folder: string, files: readonly NewFile[]): readonly string[] {
  const targets = files.map(([name, text]) => ({ path: join(folder, name), text }));
  const taken = targets.filter(({ path }) => existsSync(path));
  if (taken.length > 0) {
    throw new GanspecError(
      'GAN851',
      exitCodes.usage,
      `${taken.map(({ path }) => path).join(' and ')}: already there, and not overwritten`,
      'choose another name or folder, or move what is there away',
    );
  }
  return targets.map(({ path, text }) => {
    try {
      makeFolder(dirname(path));
      writeFileSync(path, text, { flag: 'wx' });
    } catch (error) {
      throw diskError(error, path);
    }
    return path;
  });
}
