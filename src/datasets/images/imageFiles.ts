/** Which image files a folder holds, and of which class each is. */
import { relative, sep } from 'node:path';
import { cannotRead, dataError } from '../shared/dataFile.js';
import type { DataPlace } from '../shared/dataPath.js';
import { findFiles, type LeftOut } from '../shared/findFiles.js';

export interface ImageFile {
  /** Where it is. */
  readonly path: string;
  /** Place of its class among the classes; 0 where there are none. */
  readonly label: number;
}

export interface ImageFiles {
  readonly files: readonly ImageFile[];
  /** Names of the classes, or null where images have none. */
  readonly classes: readonly string[] | null;
  /** Names of the folders that would be classes if they held an image. */
  readonly empty: readonly string[];
  /** Folders that cannot be read. */
  readonly unread: readonly LeftOut[];
}

/**
 * All PNG, JPEG and WebP files in a folder and the folders inside it.
 * @param labels Whether the folders directly inside are classes, in the order of their names.
 * @throws GanspecError GAN401 where nothing can be read; GAN408 for a link out of the folder of the spec; GAN411 where it
 * holds no image, or where some images have a class and others none.
 */
export function findImages(place: DataPlace, labels: boolean): ImageFiles {
  const { path: folder } = place;
  const { files: paths, folders, unread } = findFiles(place, /\.(?:png|jpe?g|webp)$/i);
  if (paths.length === 0) {
    for (const { path, reason } of unread) throw cannotRead(path, reason);
    throw dataError('GAN411', `${folder}: holds no PNG, JPEG or WebP file`);
  }
  const tops = paths.map((path) => topFolder(relative(folder, path)));
  const names = [...new Set(tops.filter((name) => name !== undefined))];
  if (!labels || names.length === 0) {
    return { files: paths.map((path) => ({ path, label: 0 })), classes: null, empty: [], unread };
  }
  const stray = tops.indexOf(undefined);
  if (stray >= 0) {
    throw dataError(
      'GAN411',
      `${paths[stray] ?? ''}: has no class, since it is in none of the sub-folders of ${folder}`,
      'Move it into the folder of its class, or set "labels" to false: then no image has one.',
    );
  }
  const files = paths.map((path, i) => ({ path, label: names.indexOf(tops[i] ?? '') }));
  const inside = folders.map((path) => relative(folder, path));
  const empty = inside.filter((name) => !name.includes(sep) && !names.includes(name)).sort();
  return { files, classes: names, empty, unread };
}

function topFolder(path: string): string | undefined {
  const [first, ...rest] = path.split(sep);
  return rest.length === 0 ? undefined : first;
}
