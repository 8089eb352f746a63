import { join } from 'node:path';
import type { DatasetContext } from '../../entries/dataset.js';

/**
 * Data folders given by the user, in search order: `--data-dir`, then the environment variable GANSPEC_DATA; of each, the
 * sub-folder of the data set first, then the folder itself.
 */
export function dataFolders(context: DatasetContext, subfolder: string): readonly string[] {
  const named = [context.dataDir ?? '', process.env['GANSPEC_DATA'] ?? ''];
  return named
    .filter((folder) => folder !== '')
    .flatMap((folder) => [join(folder, subfolder), folder]);
}
