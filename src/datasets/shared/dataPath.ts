import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, join, normalize, relative, sep } from 'node:path';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import type { DatasetContext } from '../../entries/dataset.js';
import { withReadErrors } from './dataFile.js';
import { environmentFolders } from './dataFolders.js';
import { homePath, startsAtHome } from './homePath.js';

/** Possible location of a file or folder named in a spec. */
export interface DataLocation {
  readonly path: string;
  /** Folder that links must not leave: the folder of the spec; null in folders given by the user. */
  readonly within: string | null;
  /** Name of the option, for the location of errors. */
  readonly option: string;
}

/** Path of a file or folder named in a spec. @throws GanspecError GAN401, GAN408 as `locateData`. */
export function dataPath(context: DatasetContext, path: string, option: string): string {
  return locateData(context, path, option).path;
}

/**
 * Location of a file or folder named in a spec: the first of its `possibleLocations` that exists.
 * @param option Name of the option, for the location of errors.
 * @throws GanspecError GAN401 if none exists, GAN408 for a link out of the folder of the spec; errors of
 * `possibleLocations`.
 */
export function locateData(context: DatasetContext, path: string, option: string): DataLocation {
  const locations = possibleLocations(context, path, option);
  const found = locations.find((location) => existsSync(location.path));
  if (found !== undefined) {
    refuseOutsideLink(found);
    return found;
  }
  throw new GanspecError(
    'GAN401',
    exitCodes.data,
    `"${path}" was not found (looked for ${[...new Set(locations.map((location) => location.path))].join(', ')})`,
    'put it there, or name the folder that its path starts from with --data-dir, or in the environment variable GANSPEC_DATA',
    `/data/${option}`,
  );
}

/**
 * Possible locations of a file or folder named in a spec, in search order: `--data-dir`, the folder of the spec, and those
 * of GANSPEC_DATA. A path that the user has given by `--set` may be absolute, or lead out of these folders.
 * @param option Name of the option, for the location of errors.
 * @throws GanspecError GAN408 for any other path that does.
 */
export function possibleLocations(
  { baseDir, dataDir, environmentDirs = environmentFolders(), ownPaths }: DatasetContext,
  path: string,
  option: string,
): readonly DataLocation[] {
  const isOwn = ownPaths?.has(path) === true;
  const inside = normalize(isOwn ? homePath(path) : path);
  if (!isOwn && (startsAtHome(inside) || leadsOut(inside))) {
    throw new GanspecError(
      'GAN408',
      exitCodes.spec,
      `"${path}" leads out of the folder of the spec`,
      `put the data beside the spec, or give the path with --set data.${option}=…, or name the data's folder with --data-dir and write the path from there`,
      `/data/${option}`,
    );
  }
  const folders = [
    { folder: dataDir ?? '', within: null },
    { folder: baseDir, within: isOwn ? null : baseDir },
    ...environmentDirs.map((folder) => ({ folder, within: null })),
  ];
  if (isAbsolute(inside)) return [{ path: inside, within: null, option }];
  return folders
    .filter(({ folder }) => folder !== '')
    .map(({ folder, within }) => ({ path: join(folder, inside), within, option }));
}

/**
 * Refuses a link to a target outside the folder of the spec.
 * @param path Existing path at or below the location.
 * @throws GanspecError GAN408
 */
export function refuseOutsideLink(location: DataLocation, path = location.path): void {
  if (!isOutsideLink(location, path)) return;
  throw new GanspecError(
    'GAN408',
    exitCodes.spec,
    `${path} leads out of the folder of the spec by a link`,
    'name the folder that the path starts from with --data-dir: there links are followed anywhere',
    `/data/${location.option}`,
  );
}

/** True for a link to a target outside the folder of the spec. @param path Existing path at or below the location. */
export function isOutsideLink({ within }: DataLocation, path: string): boolean {
  if (within === null) return false;
  const real = (file: string): string => withReadErrors(file, () => realpathSync(file));
  return leadsOut(relative(real(within), real(path)));
}

/** True if a path leads out of its folder. @param path Normalized, relative to the folder. */
function leadsOut(path: string): boolean {
  return isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`);
}
