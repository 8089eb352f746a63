import { readParts, sizeOfFile } from '../shared/dataFile.js';

/** Signatures of the last record of an archive, and of an entry of its directory. */
const [endRecord, directoryEntry] = [0x06054b50, 0x02014b50];
/** Bytes of the last record without its comment, and upper bound on the comment. */
const [endBytes, maxComment] = [22, 2 ** 16];
/** Upper bound on the bytes of a directory that is read. */
const maxDirectory = 2 ** 20;

/**
 * Names of the files in a zip archive; none if its directory cannot be found.
 * @source PKWARE 2022, "APPNOTE.TXT - .ZIP File Format Specification" 6.3.10, sections 4.3.12 and 4.3.16
 */
export function zipNames(file: string): readonly string[] {
  const size = sizeOfFile(file);
  return readParts(file, (read) => {
    const tailStart = Math.max(0, size - endBytes - maxComment);
    const tail = viewOf(read(tailStart, size - tailStart));
    let end = tail.byteLength - endBytes;
    while (end >= 0 && tail.getUint32(end, true) !== endRecord) end--;
    if (end < 0) return [];
    const length = Math.min(tail.getUint32(end + 12, true), maxDirectory);
    return namesOf(viewOf(read(tail.getUint32(end + 16, true), length)));
  });
}

function namesOf(directory: DataView): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at + 46 <= directory.byteLength;) {
    if (directory.getUint32(at, true) !== directoryEntry) break;
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) =>
      directory.getUint16(at + field, true),
    );
    const bytes = Buffer.from(directory.buffer, directory.byteOffset, directory.byteLength);
    names.push(bytes.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
