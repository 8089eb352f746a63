/** Cache of decoded images, kept between runs. */
import { createHash, randomUUID } from 'node:crypto';
import {
  mkdirSync,
  appendFileSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { readWhole } from '../shared/dataFile.js';
import {
  decodeImages,
  decoderVersions,
  type DecodedImages,
  type ImageSize,
} from './decodeImages.js';

/** Version of the cache file format. */
const formatVersion = 3;
/** Upper bound on the bytes of all cache files but the newest; those unused for longest are removed first. */
const maxCacheBytes = 2 ** 32;
/** Age in milliseconds from which a file that was never finished is removed. */
const abandonedAfter = 24 * 60 * 60 * 1000;

/** Folder of cached images, in `$XDG_CACHE_HOME/ganspec` or `~/.cache/ganspec`. */
function cacheFolder(): string {
  const named = process.env['XDG_CACHE_HOME'] ?? '';
  return join(named === '' ? join(homedir(), '.cache') : named, 'ganspec', 'images');
}

/**
 * Decoded images of these files: from the cache if none has changed since, else decoded again.
 *
 * The name of a cache file is a digest of the decoder versions, the requested size, and the path, size, times and inode
 * of each file. Its content is the SHA-256 of what follows, one line of JSON, a list with null for each decoded image and
 * the reason for each skipped file, and the bytes.
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

/** Length of a SHA-256. */
const sealBytes = 32;

function sealOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
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

/** Reads a cache file; undefined if it is missing or damaged. */
function readCache(
  file: string,
  paths: readonly string[],
  { height, width, channels }: ImageSize,
): DecodedImages | undefined {
  try {
    const stored = readWhole(file);
    const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.length).subarray(sealBytes);
    if (!sealOf(bytes).equals(stored.subarray(0, sealBytes))) return undefined;
    // Marks the file as used, for `pruneCache`.
    utimesSync(file, new Date(), new Date());
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
    const content = Buffer.concat([Buffer.from(`${head}\n`), data]);
    writeFileSync(temporary, sealOf(content));
    appendFileSync(temporary, content);
    renameSync(temporary, file);
    pruneCache(file);
  } catch {
    rmSync(temporary, { force: true });
  }
}
