/** Decoded images of a folder, kept between runs. */
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

/** Another number for another layout of the files. */
const layout = 2;

/** Where ganspec keeps what it can make again: `$XDG_CACHE_HOME/ganspec`, or `~/.cache/ganspec`. */
function cacheFolder(): string {
  const named = process.env['XDG_CACHE_HOME'] ?? '';
  return join(named === '' ? join(homedir(), '.cache') : named, 'ganspec', 'images');
}

/**
 * The decoded images of these files: from the cache where none has changed since, else decoded anew.
 *
 * A cache file is named after a digest of the decoder's version, the size asked for, and everything about each image
 * that a change of it changes; it is a line of JSON, a list with null for each image that was kept and the reason for each
 * other, and then the bytes.
 * @throws GanspecError GAN409 where sharp is not installed.
 */
export async function cachedImages(
  paths: readonly string[],
  size: ImageSize,
): Promise<DecodedImages> {
  const file = join(cacheFolder(), `${digest([layout, await decoderVersions(), size], paths)}.bin`);
  const known = readCache(file, paths, size);
  if (known) return known;
  const decoded = await decodeImages(paths, size);
  if (decoded.lasting && decoded.kept.length > 0) writeCache(file, paths, decoded);
  return decoded;
}

function digest(made: unknown, paths: readonly string[]): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(made));
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    const { size, mtimeMs, ctimeMs, ino } = found ?? {};
    hash.update(JSON.stringify([resolve(path), size, mtimeMs, ctimeMs, ino]));
  }
  return hash.digest('hex').slice(0, 32);
}

/** What is damaged is made anew. */
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
    const kept = [...paths.keys()].filter((place) => reasons[place] === null);
    const data = bytes.subarray(end + 1);
    if (kept.length === 0 || data.length !== kept.length * height * width * channels) {
      return undefined;
    }
    const skipped = paths.flatMap((path, place) => {
      const reason = reasons[place] ?? null;
      return reason === null ? [] : [{ path, reason }];
    });
    return { data, kept, skipped, lasting: true };
  } catch {
    return undefined;
  }
}

function isListOfReasons(value: unknown): value is readonly (string | null)[] {
  return Array.isArray(value) && value.every((item) => item === null || typeof item === 'string');
}

/** A cache that cannot be written costs time in the next run, nothing else. */
function writeCache(
  file: string,
  paths: readonly string[],
  { data, skipped }: DecodedImages,
): void {
  const beside = join(cacheFolder(), `${randomUUID()}.tmp`);
  const reasonFor = new Map(skipped.map(({ path, reason }) => [path, reason]));
  const head = JSON.stringify(paths.map((path) => reasonFor.get(path) ?? null));
  try {
    mkdirSync(cacheFolder(), { recursive: true });
  } catch {
    return;
  }
  try {
    writeFileSync(beside, Buffer.concat([Buffer.from(`${head}\n`), data]));
    renameSync(beside, file);
  } catch {
    rmSync(beside, { force: true });
  }
}
