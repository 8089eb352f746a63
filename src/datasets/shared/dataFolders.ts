import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import type { DatasetContext } from '../../entries/dataset.js';
import { homePath } from './homePath.js';

/**
 * Data folders given by the user, in search order: `--data-dir`, then those of the environment variable GANSPEC_DATA; of each,
 * the sub-folder of the data set first, then the folder itself.
 */
export function dataFolders(context: DatasetContext, subfolder: string): readonly string[] {
  const { dataDir = '', environmentDirs = environmentFolders() } = context;
  const folders = [dataDir, ...environmentDirs].filter((folder) => folder !== '');
  return [...new Set(folders.flatMap((folder) => [join(folder, subfolder), folder]))];
}

/**
 * The folder that GANSPEC_DATA names; none where it is not set.
 * @param kept Folders that it named when a run or a compiled folder was written; they come first.
 */
export function environmentFolders(kept: readonly string[] = []): readonly string[] {
  const now = homePath(process.env['GANSPEC_DATA'] ?? '');
  return now === '' || kept.includes(resolve(now)) ? kept : [...kept, now];
}

/**
 * Refuses what is no folder: data would be looked for there in vain, and then elsewhere.
 * @param folder As it was given; an empty text stands for none.
 * @param by The option or variable that gives it.
 * @throws GanspecError GAN401
 */
export function requireDataFolder(folder: string, by: string): void {
  if (folder === '') return;
  const path = homePath(folder);
  const isThere = existsSync(path);
  if (isThere && statSync(path).isDirectory()) return;
  throw new GanspecError(
    'GAN401',
    exitCodes.data,
    `the data folder ${folder}: ${isThere ? 'this is no folder' : 'there is no such folder'}`,
    `Name the folder that the data lie in, or leave ${by} out.`,
  );
}
