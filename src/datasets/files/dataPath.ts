import { existsSync } from 'node:fs';
import { isAbsolute, join, normalize, sep } from 'node:path';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import type { DatasetContext } from '../../registry/entries.js';

/**
 * Where a file or folder that a spec names is: in the first of its `dataPlaces` that has it.
 * @param option Name of the option, for the place of the mistake.
 * @throws GanspecError GAN401 where none has it, and what `dataPlaces` throws.
 */
export function dataPath(context: DatasetContext, path: string, option: string): string {
  const places = dataPlaces(context, path, option);
  const found = places.find((candidate) => existsSync(candidate));
  if (found !== undefined) return found;
  throw new GanspecError(
    'GAN401',
    exitCodes.data,
    `"${path}" was not found (looked for ${places.join(', ')})`,
    'put it there, or name the folder that its path starts from with --data-dir, or in the environment variable GANSPEC_DATA',
    `/data/${option}`,
  );
}

/**
 * Where a file or folder that a spec names may be: in `--data-dir`, in the folder of the spec, or in the folder that
 * GANSPEC_DATA names, in the order in which they are searched.
 * @param option Name of the option, for the place of the mistake.
 * @throws GanspecError GAN408 for a path that is absolute or leads out of these folders.
 */
export function dataPlaces(
  context: DatasetContext,
  path: string,
  option: string,
): readonly string[] {
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
  return folders.filter((folder) => folder !== '').map((folder) => join(folder, inside));
}
