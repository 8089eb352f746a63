import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, join, normalize, relative, sep } from 'node:path';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import type { DatasetContext } from '../../entries/entries.js';
import { guarded } from './dataFile.js';

/** Where a file or folder that a spec names may be. */
export interface DataPlace {
  readonly path: string;
  /** Folder that links must not lead out of: that of the spec; null where the user has named the folder. */
  readonly within: string | null;
  /** Name of the option, for the place of a mistake. */
  readonly option: string;
}

/** The path alone of a `dataPlace`, for one file. @throws GanspecError as that does. */
export function dataPath(context: DatasetContext, path: string, option: string): string {
  return dataPlace(context, path, option).path;
}

/**
 * Where a file or folder that a spec names is: in the first of its `dataPlaces` that has it.
 * @param option Name of the option, for the place of the mistake.
 * @throws GanspecError GAN401 where none has it, GAN408 where it is a link out, and what `dataPlaces` throws.
 */
export function dataPlace(context: DatasetContext, path: string, option: string): DataPlace {
  const places = dataPlaces(context, path, option);
  const found = places.find((place) => existsSync(place.path));
  if (found !== undefined) {
    refuseLinkOut(found);
    return found;
  }
  throw new GanspecError(
    'GAN401',
    exitCodes.data,
    `"${path}" was not found (looked for ${places.map((place) => place.path).join(', ')})`,
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
  { baseDir, dataDir }: DatasetContext,
  path: string,
  option: string,
): readonly DataPlace[] {
  const inside = normalize(path);
  if (leadsOut(inside)) {
    throw new GanspecError(
      'GAN408',
      exitCodes.spec,
      `"${path}" leads out of the folder of the spec`,
      "put the data beside the spec, or name the data's folder with --data-dir and write the path from there",
      `/data/${option}`,
    );
  }
  const folders = [
    { folder: dataDir ?? '', within: null },
    { folder: baseDir, within: baseDir },
    { folder: process.env['GANSPEC_DATA'] ?? '', within: null },
  ];
  return folders
    .filter(({ folder }) => folder !== '')
    .map(({ folder, within }) => ({ path: join(folder, inside), within, option }));
}

/**
 * Refuses what lies elsewhere, though its path does not say so.
 * @param path In the place, or the place itself, and there.
 * @throws GanspecError GAN408
 */
export function refuseLinkOut({ within, option, ...place }: DataPlace, path = place.path): void {
  if (within === null) return;
  const real = (file: string): string => guarded(file, () => realpathSync(file));
  if (!leadsOut(relative(real(within), real(path)))) return;
  throw new GanspecError(
    'GAN408',
    exitCodes.spec,
    `${path} leads out of the folder of the spec by a link`,
    'name the folder that the path starts from with --data-dir: there links are followed anywhere',
    `/data/${option}`,
  );
}

/** @param path Normalized, from the folder. */
function leadsOut(path: string): boolean {
  return isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`);
}
