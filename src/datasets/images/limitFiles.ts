import type { ImageFiles } from './imageFiles.js';

/** At most `limit` of the files, spread evenly over them, so that each class keeps its share; all for null. */
export function limitFiles(found: ImageFiles, limit: number | null): ImageFiles {
  const { files } = found;
  if (limit === null || limit >= files.length) return found;
  const places = Array.from({ length: limit }, (_, i) => Math.floor((i * files.length) / limit));
  return { ...found, files: places.flatMap((place) => files.slice(place, place + 1)) };
}
