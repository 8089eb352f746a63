/** Image files of a folder and their classes. */
import type { DatasetWarning } from '../../entries/dataset.js';
import { readError, dataError } from '../shared/dataFile.js';
import type { DataLocation } from '../shared/dataPath.js';
import { fileClasses } from '../shared/fileClasses.js';
import { findFiles, type LeftOutFile, type SkippedPath } from '../shared/findFiles.js';
import { noFilesError } from '../shared/leftOut.js';
import { readFormats, wantedImages } from './imageKinds.js';

export interface ImageFile {
  readonly path: string;
  /** Index of the class; 0 without classes. */
  readonly label: number;
}

export interface ImageFiles {
  readonly files: readonly ImageFile[];
  /** Names of the classes; null if images have none. */
  readonly classes: readonly string[] | null;
  /** Warnings of `fileClasses`. */
  readonly doubts: readonly DatasetWarning[];
  /** Unreadable folders. */
  readonly unread: readonly SkippedPath[];
  /** Files of other kinds. */
  readonly leftOut: readonly LeftOutFile[];
}

/**
 * Finds all images in a folder and its sub-folders, recursively.
 * @param labels As of `fileClasses`.
 * @throws GanspecError GAN401 if the folder cannot be read; GAN408 for a link out of the folder of the spec; GAN411 if
 * there is no image, or if some images have a class and others none; GAN407 for a label file that does not fit.
 */
export function findImages(location: DataLocation, labels: boolean | string): ImageFiles {
  const { path: folder } = location;
  const { files: paths, folders, unread, leftOut } = findFiles(location, wantedImages);
  if (paths.length === 0) {
    for (const { path, reason } of unread) throw readError(path, reason);
    const message = `${folder}: holds no ${readFormats} file`;
    throw noFilesError('GAN411', message, { path: folder, leftOut }, convertImages);
  }
  const {
    names,
    labels: classOf,
    stray,
    warnings: doubts,
  } = fileClasses({ folder, files: paths, folders }, labels);
  if (stray !== undefined) {
    throw dataError(
      'GAN411',
      `${stray}: has no class, since it is in none of the sub-folders of ${folder}`,
      'Move it into the folder of its class, or set "labels" to false: then no image has one.',
    );
  }
  const files = paths.map((path, i) => ({ path, label: classOf[i] ?? 0 }));
  return { files, classes: names, doubts, unread, leftOut };
}

/** The way out for images of other formats. */
export function convertImages(_: readonly string[], patterns: readonly string[]): string {
  return `Convert them to PNG, as with \`magick mogrify -format png ${patterns.join(' ')}\`.`;
}
