/**
 * File of decoded images.
 *
 *   images, concatenated | facts as JSON | bytes of the facts (4, little-endian) | SHA-256 of all before (32)
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import type { Interval } from '../../entries/interval.js';
import { bytesOfFile, type Bytes } from '../shared/bytes.js';
import { readParts, sizeOfFile } from '../shared/dataFile.js';
import type { DecodedFiles, ImageSize } from './decodeImages.js';

/** Decoded images of a list of files, in memory or read by need. */
export interface CachedImages extends Omit<DecodedFiles, 'cacheable'> {
  /** Images `[height, width, channels]`, concatenated. */
  readonly data: Bytes;
}

/** Facts of a cache file about its images, as JSON. */
interface Facts {
  /** Reason of each skipped file of the list, null for the others. */
  readonly reasons: readonly (string | null)[];
  readonly extent: Interval;
}

/** Bytes of a SHA-256, and of what follows the facts. */
const sealBytes = 32;
const endBytes = 4 + sealBytes;
/** Bytes that are digested together. */
const chunk = 2 ** 22;

/** Bytes of one image. */
export function imageBytes({ height, width, channels }: ImageSize): number {
  return height * width * channels;
}

/** Writes a cache file image by image. All methods throw the errors of the operating system. */
export class CacheWriter {
  readonly #descriptor: number;
  readonly #hash = createHash('sha256');
  #isOpen = true;

  /** @param path Of a new file. */
  constructor(readonly path: string) {
    this.#descriptor = openSync(path, 'wx');
  }

  append(bytes: Uint8Array): void {
    writeFileSync(this.#descriptor, bytes);
    this.#hash.update(bytes);
  }

  /** Writes what follows the images, and closes the file. */
  finish(paths: readonly string[], { skipped, extent }: DecodedFiles): void {
    const reasonFor = new Map(skipped.map(({ path, reason }) => [path, reason]));
    const reasons = paths.map((path) => reasonFor.get(path) ?? null);
    const facts = Buffer.from(JSON.stringify({ reasons, extent } satisfies Facts));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(facts.length);
    this.append(facts);
    this.append(length);
    writeFileSync(this.#descriptor, this.#hash.digest());
    this.#close();
  }

  /** Removes the file. */
  discard(): void {
    this.#close();
    rmSync(this.path, { force: true });
  }

  #close(): void {
    if (this.#isOpen) closeSync(this.#descriptor);
    this.#isOpen = false;
  }
}

/**
 * Opens a cache file; undefined if it is missing or damaged.
 * @param memoryLimit Bytes of images from which on they are read by need.
 */
export function readCacheFile(
  file: string,
  paths: readonly string[],
  size: ImageSize,
  memoryLimit: number,
): CachedImages | undefined {
  try {
    const end = sizeOfFile(file) - endBytes;
    const [factBytes, tail] = readParts(file, (read) => {
      const tail = Buffer.from(read(end, endBytes));
      const length = tail.readUInt32LE(0);
      return [Buffer.from(read(end - length, length)), tail];
    });
    const facts: unknown = JSON.parse(factBytes.toString('utf8'));
    if (!areFacts(facts) || facts.reasons.length !== paths.length) return undefined;
    const { reasons, extent } = facts;
    const kept = [...paths.keys()].filter((index) => reasons[index] === null);
    const length = end - factBytes.length;
    if (kept.length === 0 || length !== kept.length * imageBytes(size)) return undefined;
    const data = bytesOfFile(file, { start: 0, length }, memoryLimit);
    if (!digestOf(data, factBytes, tail.subarray(0, 4)).equals(tail.subarray(4))) return undefined;
    const skipped = paths.flatMap((path, index) => {
      const reason = reasons[index] ?? null;
      return reason === null ? [] : [{ path, reason }];
    });
    return { data, kept, skipped, extent };
  } catch {
    return undefined;
  }
}

function digestOf(data: Bytes, ...others: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (let first = 0; first < data.length; first += chunk) {
    hash.update(data.at(first, Math.min(chunk, data.length - first)));
  }
  for (const bytes of others) hash.update(bytes);
  return hash.digest();
}

function areFacts(value: unknown): value is Facts {
  if (typeof value !== 'object' || value === null) return false;
  const { reasons, extent } = value as Partial<Record<keyof Facts, unknown>>;
  return (
    Array.isArray(reasons) &&
    reasons.every((item) => item === null || typeof item === 'string') &&
    Array.isArray(extent) &&
    extent.length === 2 &&
    extent.every((level) => Number.isInteger(level))
  );
}
