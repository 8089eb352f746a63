/** Files out of a zip archive, which packages for Python are. */
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fstatSync,
  openSync,
  readSync,
} from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/** A file of an archive, at its place there. */
interface Entry {
  readonly isDeflated: boolean;
  readonly packedBytes: number;
  readonly offset: number;
}

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
/** Bytes of the headers without the names. */
const length = { local: 30, central: 46, end: 22 } as const;
const longestComment = 65_535;

/**
 * Writes a file of an archive to a path.
 * @throws Error where the archive does not have it, or is damaged.
 * @source .ZIP File Format Specification (APPNOTE.TXT), 4.3
 */
export async function unpack(archive: string, name: string, path: string): Promise<void> {
  const entry = entriesOf(archive).get(name);
  if (!entry) throw new Error(`it has no ${name}`);
  const start = entry.offset;
  const end = start + Math.max(entry.packedBytes, 1) - 1;
  const inflate = entry.isDeflated ? createInflateRaw() : new PassThrough();
  await pipeline(createReadStream(archive, { start, end }), inflate, createWriteStream(path));
}

function entriesOf(archive: string): ReadonlyMap<string, Entry> {
  const file = openSync(archive, 'r');
  try {
    const read = (position: number, bytes: number): Buffer => {
      const buffer = Buffer.alloc(bytes);
      return buffer.subarray(0, readSync(file, buffer, 0, bytes, position));
    };
    const { size } = fstatSync(file);
    const tail = read(Math.max(0, size - length.end - longestComment), length.end + longestComment);
    const at = tail.lastIndexOf(Buffer.from(Uint32Array.of(signature.end).buffer));
    if (at < 0) throw new Error('it is no zip archive');
    const directory = read(tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
    return new Map(namedEntries(directory, tail.readUInt16LE(at + 10), read));
  } finally {
    closeSync(file);
  }
}

function* namedEntries(
  directory: Buffer,
  count: number,
  read: (position: number, bytes: number) => Buffer,
): Generator<readonly [string, Entry]> {
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (directory.readUInt32LE(at) !== signature.central) throw new Error('it is damaged');
    const name = directory.readUInt16LE(at + 28);
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    const place = directory.readUInt32LE(at + 42);
    const local = read(place, length.local);
    yield [
      directory.toString('utf8', at + length.central, at + length.central + name),
      {
        isDeflated: directory.readUInt16LE(at + 10) === 8,
        packedBytes: directory.readUInt32LE(at + 20),
        offset: place + length.local + local.readUInt16LE(26) + local.readUInt16LE(28),
      },
    ];
    at += length.central + name + rest;
  }
}
