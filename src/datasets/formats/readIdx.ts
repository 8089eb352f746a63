/**
 * Reader of IDX files, the format of MNIST, plain or compressed with gzip.
 *
 *   0 0 kind axes | size of each axis, 32 bits, big-endian | elements in row-major order
 *
 * @source LeCun, Cortes & Burges, "The MNIST database", section "File formats". Kind 8 is unsigned bytes.
 */
import { constants, gunzipSync } from 'node:zlib';
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import { bytesInMemory, bytesOfFile } from '../shared/bytes.js';
import { dataError, maxFileBytes, readHead, readWhole, sizeOfFile } from '../shared/dataFile.js';
import type { ByteArray, StoredArray } from './byteArray.js';
import { messageOf } from '../../diagnostics/errors.js';

const maxAxes = 8;
/** Other kinds of numbers. */
const otherKinds: Readonly<Record<number, string>> = {
  0x09: 'signed bytes',
  0x0b: '16-bit numbers',
  0x0c: '32-bit numbers',
  0x0d: 'floats',
  0x0e: 'doubles',
};
/** A file that grows so much when it is decompressed, and to so many bytes, is taken for an attack on memory. */
const [maxGrowth, harmlessBytes] = [200, 2 ** 26];
/** Bytes that suffice for the IDX header inside any gzip file with a name and no comment. */
const headBytes = 1024;

/**
 * Shape of the array in an IDX file; reads only the header.
 * @throws GanspecError GAN401, GAN402, GAN404
 */
export function readIdxShape(file: string): Shape {
  const head = readHead(file, headBytes);
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 2 ** 21 };
  const bytes = isGzip(head) ? gunzip(file, head, options) : head;
  const [zero0, zero1, kind, axes] = bytes;
  if (zero0 !== 0 || zero1 !== 0 || axes === undefined || axes < 1 || axes > maxAxes) {
    const isNpy = Buffer.from(bytes.subarray(1, 6)).toString('latin1') === 'NUMPY';
    const hint = isNpy ? 'Read it with { "type": "npy", "file": … }.' : undefined;
    throw dataError('GAN402', `${file}: not an IDX file`, hint);
  }
  if (kind !== 8) {
    const hex = `0x${(kind ?? 0).toString(16).padStart(2, '0')}`;
    const what = `${otherKinds[kind ?? 0] ?? 'numbers'} of kind ${hex}`;
    throw dataError(
      'GAN402',
      `${file}: holds ${what}, not unsigned bytes (0x08)`,
      'Save images and labels with numpy.save, and read them with the data set "npy".',
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headerLength(axes)) throw dataError('GAN403', `${file}: ends in its header`);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  if (shape.includes(0)) throw dataError('GAN402', `${file}: is empty, [${shape.join(', ')}]`);
  return shape;
}

/**
 * Opens an IDX file: a compressed one in memory, a plain one read by need beyond `memoryLimit` bytes.
 * @param limit Places of the first axis that are needed, from 0 on; null for all. The shape is that of the file.
 * @throws GanspecError GAN401 to GAN405
 */
export function openIdx(
  file: string,
  limit: number | null,
  memoryLimit = maxFileBytes,
): StoredArray {
  if (isGzip(readHead(file, 2))) {
    const { shape, data } = readIdx(file);
    return { file, shape, data: bytesInMemory(data) };
  }
  const shape = readIdxShape(file);
  checkLength(file, shape, sizeOfFile(file));
  const [count = 0, ...rest] = shape;
  const part = {
    start: headerLength(shape.length),
    length: Math.min(count, limit ?? count) * sizeOf(rest),
  };
  return { file, shape, data: bytesOfFile(file, part, memoryLimit) };
}

/**
 * Reads an IDX file. Never decompresses more bytes than its header announces.
 * @throws GanspecError GAN401 to GAN405
 */
export function readIdx(file: string): ByteArray {
  const shape = readIdxShape(file);
  const start = headerLength(shape.length);
  const length = start + sizeOf(shape);
  if (length - start > maxFileBytes) {
    const what = `says it holds [${shape.join(', ')}] bytes, over 2 GiB`;
    throw dataError('GAN405', `${file}: ${what}`);
  }
  const stored = readWhole(file);
  if (isGzip(stored) && length > Math.max(harmlessBytes, maxGrowth * stored.length)) {
    const what = `${stored.length} bytes, and would hold ${length} decompressed`;
    throw dataError('GAN405', `${file}: has ${what}, over ${maxGrowth} times as many`);
  }
  const bytes = isGzip(stored) ? gunzip(file, stored, { maxOutputLength: length }) : stored;
  checkLength(file, shape, bytes.length);
  return { file, shape, data: bytes.subarray(start) };
}

function checkLength(file: string, shape: Shape, found: number): void {
  const length = headerLength(shape.length) + sizeOf(shape);
  if (found === length) return;
  const wanted = `[${shape.join(', ')}] bytes, ${length} with the header`;
  throw dataError('GAN403', `${file}: says it holds ${wanted}, but has ${found}`);
}

function headerLength(axes: number): number {
  return 4 + 4 * axes;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function gunzip(
  file: string,
  bytes: Uint8Array,
  options: { finishFlush?: number; maxOutputLength: number },
): Uint8Array {
  try {
    return gunzipSync(bytes, options);
  } catch (error) {
    if (error instanceof RangeError) {
      const limit = `the ${options.maxOutputLength} bytes that its header asks for`;
      throw dataError('GAN403', `${file}: holds more than ${limit}`);
    }
    throw dataError('GAN404', `${file}: damaged gzip file (${messageOf(error)})`);
  }
}
