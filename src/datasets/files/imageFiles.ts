/** Which image files a folder holds, and of which class each is. */
import { relative, sep } from 'node:path';
import { dataError } from './dataFile.js';
import type { DataPlace } from './dataPath.js';
import { findFiles } from './findFiles.js';

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
}

/**
 * All PNG, JPEG and WebP files in a folder and the folders inside it.
 * @param labels Whether the folders directly inside are classes, in the order of their names.
 * @throws GanspecError GAN401 where the folder cannot be read; GAN408 for a link out of the folder of the spec; GAN411 where it holds no image, or where some images
 * have a class and others none.
 */
export function findImages(place: DataPlace, labels: boolean): ImageFiles {
  const { path: folder } = place;
  const paths = findFiles(place, /\.(?:png|jpe?g|webp)$/i);
  if (paths.length === 0) {
    throw dataError('GAN411', `${folder}: holds no PNG, JPEG or WebP file`);
  }
  const folders = paths.map((path) => topFolder(relative(folder, path)));
  const names = [...new Set(folders.filter((name) => name !== undefined))];
  if (!labels || names.length === 0) {
    return { files: paths.map((path) => ({ path, label: 0 })), classes: null };
  }
  const stray = folders.indexOf(undefined);
  if (stray >= 0) {
    throw dataError(
      'GAN411',
      `${paths[stray] ?? ''}: has no class, since it is in none of the sub-folders of ${folder}`,
      'Move it into the folder of its class, or set "labels" to false: then no image has one.',
    );
  }
  const files = paths.map((path, i) => ({ path, label: names.indexOf(folders[i] ?? '') }));
  return { files, classes: names };
}

function topFolder(path: string): string | undefined {
  const [first, ...rest] = path.split(sep);
  return rest.length === 0 ? undefined : first;
}
