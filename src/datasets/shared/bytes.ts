/** Bytes in memory, or in a file that they are read from by need. */
import { closeSync } from 'node:fs';
import { openRegularFile, readInto } from '../../source/regularFile.js';
import { dataError, maxFileBytes, readParts, withReadErrors } from './dataFile.js';

export interface Bytes {
  readonly length: number;
  /** True if each call of `at` reads from the file. */
  readonly byNeed: boolean;
  /** Bytes from a place on; a later call may overwrite them. */
  at(start: number, length: number): Uint8Array;
}

/** Bytes in memory. */
export function bytesInMemory(data: Uint8Array): Bytes {
  return {
    length: data.length,
    byNeed: false,
    at: (start, length) => data.subarray(start, start + length),
  };
}

/** Part of a file. */
export interface FilePart {
  /** Offset of the first byte. */
  readonly start: number;
  readonly length: number;
}

/**
 * Bytes of a file: read at once if there are no more than `memoryLimit`, else by need, through a descriptor that stays
 * open as long as they are used. A file that is removed meanwhile stays readable.
 * @throws GanspecError GAN401; GAN403 if the file is shorter.
 */
export function bytesOfFile(file: string, part: FilePart, memoryLimit = maxFileBytes): Bytes {
  if (part.length > memoryLimit) return new FileBytes(file, part);
  const data = readParts(file, (read) => read(part.start, part.length));
  if (data.length < part.length) throw shortened(file);
  return bytesInMemory(data);
}

/** Closes the descriptors of bytes that nothing refers to any more. */
const descriptors = new FinalizationRegistry<number>((descriptor) => {
  closeSync(descriptor);
});

class FileBytes implements Bytes {
  readonly length: number;
  readonly byNeed = true;
  readonly #start: number;
  readonly #descriptor: number;
  #buffer = new Uint8Array();

  constructor(
    private readonly file: string,
    { start, length }: FilePart,
  ) {
    this.length = length;
    this.#start = start;
    this.#descriptor = withReadErrors(file, () => openRegularFile(file));
    descriptors.register(this, this.#descriptor);
  }

  at(start: number, length: number): Uint8Array {
    if (this.#buffer.length < length) this.#buffer = new Uint8Array(length);
    const bytes = this.#buffer.subarray(0, length);
    const read = withReadErrors(this.file, () =>
      readInto(bytes, this.#descriptor, this.#start + start),
    );
    if (read < length) throw shortened(this.file);
    return bytes;
  }
}

function shortened(file: string): Error {
  return dataError('GAN403', `${file}: has become shorter since its header was read`);
}
