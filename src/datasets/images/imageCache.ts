/** Cache of decoded images, kept between runs. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  decodeImages,
  decoderVersions,
  type DecodedImages,
  type ImageSize,
} from './decodeImages.js';

/** Version of the cache file format. */
const formatVersion = 2;

/** Folder of cached images, in `$XDG_CACHE_HOME/ganspec` or `~/.cache/ganspec`. */
function cacheFolder(): string {
  const named = process.env['XDG_CACHE_HOME'] ?? '';
  return join(named === '' ? join(homedir(), '.cache') : named, 'ganspec', 'images');
}

/**
 * Decoded images of these files: from the cache if none has changed since, else decoded again.
 *
 * The name of a cache file is a digest of the decoder versions, the requested size, and the path, size, times and inode
 * of each file. Its content is one line of JSON, a list with null for each decoded image and the reason for each skipped
 * file, followed by the bytes.
 * @throws GanspecError GAN409 if sharp is not installed.
 */
export async function cachedImages(
  paths: readonly string[],
  size: ImageSize,
): Promise<DecodedImages> {
  const file = join(
    cacheFolder(),
    `${digest([formatVersion, await decoderVersions(), size], paths)}.bin`,
  );
  const known = readCache(file, paths, size);
  if (known) return known;
  const decoded = await decodeImages(paths, size);
  if (decoded.cacheable && decoded.kept.length > 0) writeCache(file, paths, decoded);
  return decoded;
}

function digest(settings: unknown, paths: readonly string[]): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(settings));
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    const { size, mtimeMs, ctimeMs, ino } = found ?? {};
    hash.update(JSON.stringify([resolve(path), size, mtimeMs, ctimeMs, ino]));
  }
  return hash.digest('hex').slice(0, 32);
}

/** Reads a cache file; undefined if it is missing or damaged. */
function readCache(
  file: string,
  paths: readonly string[],
  { height, width, channels }: ImageSize,
): DecodedImages | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    const reasons: unknown = JSON.parse(bytes.toString('utf8', 0, end));
    if (!isListOfReasons(reasons) || reasons.length !== paths.length) return undefined;
    const kept = [...paths.keys()].filter((index) => reasons[index] === null);
    const data = bytes.subarray(end + 1);
    if (kept.length === 0 || data.length !== kept.length * height * width * channels) {
      return undefined;
    }
    const skipped = paths.flatMap((path, index) => {
      const reason = reasons[index] ?? null;
      return reason === null ? [] : [{ path, reason }];
    });
    return { data, kept, skipped, cacheable: true };
  } catch {
    return undefined;
  }
}

function isListOfReasons(value: unknown): value is readonly (string | null)[] {
  return Array.isArray(value) && value.every((item) => item === null || typeof item === 'string');
}

/** Writes a cache file. Errors are ignored: they only cost time in the next run. */
function writeCache(
  file: string,
  paths: readonly string[],
  { data, skipped }: DecodedImages,
): void {
  const temporary = join(cacheFolder(), `${randomUUID()}.tmp`);
  const reasonFor = new Map(skipped.map(({ path, reason }) => [path, reason]));
  const head = JSON.stringify(paths.map((path) => reasonFor.get(path) ?? null));
  try {
    mkdirSync(cacheFolder(), { recursive: true });
  } catch {
    return;
  }
  try {
    writeFileSync(temporary, Buffer.concat([Buffer.from(`${head}\n`), data]));
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}
