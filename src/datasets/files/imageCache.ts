/** Decoded images of a folder, kept between runs. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DecodedImages, ImageSize } from './decodeImages.js';

/** Another number for another layout of the files. */
const layout = 1;

/** Where ganspec keeps what it can make again: `$XDG_CACHE_HOME/ganspec`, or `~/.cache/ganspec`. */
function cacheFolder(): string {
  const named = process.env['XDG_CACHE_HOME'] ?? '';
  return join(named === '' ? join(homedir(), '.cache') : named, 'ganspec', 'images');
}

/**
 * The decoded images of these files: from the cache where none has changed since, else from `decode`.
 *
 * A cache file is named after a digest of the size asked for and of path, size and time of change of every image; it is
 * a line of JSON (`kept` and `skipped`) and then the bytes.
 */
export async function cachedImages(
  paths: readonly string[],
  size: ImageSize,
  decode: () => Promise<DecodedImages>,
): Promise<DecodedImages> {
  const file = join(cacheFolder(), `${digest(paths, size)}.bin`);
  const known = readCache(file, size);
  if (known) return known;
  const decoded = await decode();
  writeCache(file, decoded);
  return decoded;
}

function digest(paths: readonly string[], size: ImageSize): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([layout, size.height, size.width, size.channels]));
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    hash.update(JSON.stringify([resolve(path), found?.size ?? null, found?.mtimeMs ?? null]));
  }
  return hash.digest('hex').slice(0, 32);
}

function readCache(
  file: string,
  { height, width, channels }: ImageSize,
): DecodedImages | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    // Written by `writeCache`; what is no JSON or has another length is made anew.
    const head = JSON.parse(bytes.toString('utf8', 0, end)) as Omit<DecodedImages, 'data'>;
    const data = bytes.subarray(end + 1);
    return data.length === head.kept.length * height * width * channels
      ? { ...head, data }
      : undefined;
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written costs time in the next run, nothing else. */
function writeCache(file: string, { data, ...head }: DecodedImages): void {
  const beside = join(cacheFolder(), `${randomUUID()}.tmp`);
  try {
    mkdirSync(cacheFolder(), { recursive: true });
  } catch {
    return;
  }
  try {
    writeFileSync(beside, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), data]));
    renameSync(beside, file);
  } catch {
    rmSync(beside, { force: true });
  }
}
