import { existsSync } from 'node:fs';
import { isAbsolute, join, normalize, sep } from 'node:path';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import type { DatasetContext } from '../../registry/entries.js';

/**
 * Where a file or folder that a spec names is: in `--data-dir`, in the folder of the spec, or in the folder that
 * GANSPEC_DATA names, whichever has it first; in the folder of the spec where none has.
 * @param option Name of the option, for the place of the mistake.
 * @throws GanspecError GAN408 for a path that is absolute or leads out of these folders.
 */
export function dataPath(context: DatasetContext, path: string, option: string): string {
  const inside = normalize(path);
  if (isAbsolute(path) || inside === '..' || inside.startsWith(`..${sep}`)) {
    throw new GanspecError(
      'GAN408',
      exitCodes.spec,
      `"${path}" leads out of the folder of the spec`,
      "put the data beside the spec, or name the data's folder with --data-dir and write the path from there",
      `/data/${option}`,
    );
  }
  const folders = [context.dataDir ?? '', context.baseDir, process.env['GANSPEC_DATA'] ?? ''];
  const paths = folders.filter((folder) => folder !== '').map((folder) => join(folder, inside));
  return paths.find((candidate) => existsSync(candidate)) ?? join(context.baseDir, inside);
}
