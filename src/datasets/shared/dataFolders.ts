import { join } from 'node:path';
import type { DatasetContext } from '../../entries/dataset.js';
import { homePath } from './homePath.js';

/**
 * Data folders given by the user, in search order: `--data-dir`, then the environment variable GANSPEC_DATA; of each, the
 * sub-folder of the data set first, then the folder itself.
 */
export function dataFolders(context: DatasetContext, subfolder: string): readonly string[] {
  return [context.dataDir ?? '', environmentFolder()]
    .filter((folder) => folder !== '')
    .flatMap((folder) => [join(folder, subfolder), folder]);
}

/** The folder that GANSPEC_DATA names; empty where it is not set. */
export function environmentFolder(): string {
  return homePath(process.env['GANSPEC_DATA'] ?? '');
}
