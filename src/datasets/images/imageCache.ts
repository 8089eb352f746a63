/** Cache of decoded images, kept between runs. */
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { userCache } from '../../cacheFolder.js';
import { GanspecError, messageOf } from '../../diagnostics/errors.js';
import type { DecodingReport } from '../../entries/dataset.js';
import { makeFolder } from '../../makeFolder.js';
import { bytesInMemory, bytesOfFile } from '../shared/bytes.js';
import { dataError, maxFileBytes } from '../shared/dataFile.js';
import { CacheWriter, imageBytes, readCacheFile, type CachedImages } from './cacheFile.js';
import {
  decodeImages,
  decoderVersions,
  type DecodedFiles,
  type ImageSize,
} from './decodeImages.js';

/** Version of the cache file format. */
const formatVersion = 4;
/** Upper bound on the bytes of all cache files but the newest; those unused for longest are removed first. */
const maxCacheBytes = 2 ** 32;
/** Age in milliseconds from which a file that was never finished is removed. */
const abandonedAfter = 24 * 60 * 60 * 1000;

/** Folder of cached images. */
export function cacheFolder(): string {
  return userCache('images');
}

/**
 * Decoded images of these files: from the cache if none has changed since, else decoded again.
 *
 * The name of a cache file is a digest of the decoder versions, the requested size, and the path, size, times and inode
 * of each file.
 * @param report Called as files are decoded.
 * @param memoryLimit Bytes of images from which on they are decoded into the cache file, and read from it by need.
 * @throws GanspecError GAN409 if sharp is not installed, GAN405 if images beyond the limit cannot be written.
 */
export async function cachedImages(
  paths: readonly string[],
  size: ImageSize,
  report?: DecodingReport,
  memoryLimit = maxFileBytes,
): Promise<CachedImages> {
  const settings = [formatVersion, await decoderVersions(), size];
  const file = join(cacheFolder(), `${digest(settings, paths)}.bin`);
  const known = readCacheFile(file, paths, size, memoryLimit);
  if (known) {
    markAsUsed(file);
    return known;
  }
  const fits = paths.length * imageBytes(size) <= memoryLimit;
  return fits
    ? decodeIntoMemory(paths, size, file, report)
    : decodeIntoFile(paths, size, file, memoryLimit, report);
}

async function decodeIntoMemory(
  paths: readonly string[],
  size: ImageSize,
  file: string,
  report?: DecodingReport,
): Promise<CachedImages> {
  const bytes = new Uint8Array(paths.length * imageBytes(size));
  let length = 0;
  const keep = (image: Uint8Array): void => {
    bytes.set(image, length);
    length += image.length;
  };
  const decoded = await decodeImages(paths, size, keep, report);
  const images = bytes.subarray(0, length);
  if (decoded.cacheable && length > 0) keepImages(images, paths, decoded, file);
  return { ...decoded, data: bytesInMemory(images) };
}

/** Writes a cache file. Errors are ignored: they only cost time in the next run. */
function keepImages(
  images: Uint8Array,
  paths: readonly string[],
  decoded: DecodedFiles,
  file: string,
): void {
  let writer: CacheWriter | undefined;
  try {
    writer = openWriter();
    writer.append(images);
    writer.finish(paths, decoded);
    renameSync(writer.path, file);
    pruneCache(file);
  } catch {
    writer?.discard();
  }
}

/** Decodes images that memory does not hold. Where they cannot be kept, their file is removed, but read until it is closed. */
async function decodeIntoFile(
  paths: readonly string[],
  size: ImageSize,
  file: string,
  memoryLimit: number,
  report?: DecodingReport,
): Promise<CachedImages> {
  const most = paths.length * imageBytes(size);
  let writer: CacheWriter | undefined;
  try {
    const open = openWriter(most);
    writer = open;
    const keep = (image: Uint8Array): void => {
      open.append(image);
    };
    const decoded = await decodeImages(paths, size, keep, report);
    open.finish(paths, decoded);
    const part = { start: 0, length: decoded.kept.length * imageBytes(size) };
    const data = bytesOfFile(open.path, part, memoryLimit);
    if (decoded.cacheable && part.length > 0) {
      renameSync(open.path, file);
      pruneCache(file);
    } else {
      rmSync(open.path, { force: true });
    }
    return { ...decoded, data };
  } catch (error) {
    writer?.discard();
    throw error instanceof GanspecError ? error : noRoom(most, messageOf(error));
  }
}

/** @param bytes That must have room on the disk. @throws GanspecError GAN405 without room; errors of the operating system. */
function openWriter(bytes = 0): CacheWriter {
  makeFolder(cacheFolder());
  if (bytes > 0) {
    const { bavail, bsize } = statfsSync(cacheFolder());
    if (bavail * bsize < bytes) throw noRoom(bytes, `it has ${bavail * bsize} bytes left`);
  }
  return new CacheWriter(join(cacheFolder(), `${randomUUID()}.tmp`));
}

function noRoom(bytes: number, reason: string): GanspecError {
  return dataError(
    'GAN405',
    `${cacheFolder()}: cannot take the ${bytes} bytes of the decoded images (${reason})`,
    'Make room there, name another folder with the environment variable XDG_CACHE_HOME, or set "limit" or a smaller "size".',
  );
}

/** Sets the time of last use, for `pruneCache`. */
function markAsUsed(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The file is then removed earlier than others.
  }
}

function digest(settings: unknown, paths: readonly string[]): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(settings));
  for (const path of paths) {
    hash.update(JSON.stringify([resolve(path), ...stampOf(path)]));
  }
  return hash.digest('hex').slice(0, 32);
}

/** Numbers that change with a file; none for a link that leads nowhere. */
function stampOf(path: string): readonly number[] {
  // A link to itself makes `statSync` throw, unlike a missing file.
  if (!existsSync(path)) return [];
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  return [size, mtimeMs, ctimeMs, ino];
}

/** Removes cache files until the others take no more than `maxCacheBytes`. @param newest Kept whatever its size. */
function pruneCache(newest: string): void {
  const now = Date.now();
  const files = readdirSync(cacheFolder())
    .filter((name) => /^[0-9a-f-]+\.(?:bin|tmp)$/.test(name))
    .map((name) => join(cacheFolder(), name))
    .filter((path) => path !== newest)
    .map((path) => {
      const { size, mtimeMs } = statSync(path);
      return { path, size, mtimeMs };
    })
    .sort((a, b) => b.mtimeMs - a.mtimeMs);
  let total = 0;
  for (const { path, size, mtimeMs } of files) {
    const isUnfinished = path.endsWith('.tmp');
    if (!isUnfinished) total += size;
    if (isUnfinished ? now - mtimeMs > abandonedAfter : total > maxCacheBytes) {
      rmSync(path, { force: true });
    }
  }
}
