import { dataError, readWhole } from '../shared/dataFile.js';

const [lineFeed, carriageReturn] = [0x0a, 0x0d];
/** Upper bound on the length of a line; files with longer ones are taken for binary. */
const maxLineBytes = 2 ** 24;
/** Upper bound on the size of a text file. */
const maxTextBytes = 2 ** 29;
/** Byte order mark of UTF-8. */
const byteOrderMark = [0xef, 0xbb, 0xbf];

/**
 * Lines of a UTF-8 file without line ends (`\n`, `\r\n` or `\r`) and without a leading byte order mark; a line end at the
 * end of the file is not followed by an empty line.
 * @param code Code of the error for a line that is not UTF-8, or of more than 16 MiB.
 * @throws GanspecError with this code, file and line; errors of `readWhole`; GAN405 beyond 512 MiB.
 */
export function* readLines(file: string, code: string): Generator<string, void> {
  const bytes = readWhole(file, maxTextBytes);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let start = byteOrderMark.every((byte, i) => bytes[i] === byte) ? byteOrderMark.length : 0;
  for (let line = 1; start < bytes.length; line++) {
    let end = start;
    const last = Math.min(bytes.length, start + maxLineBytes + 1);
    while (end < last && bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end++;
    if (end - start > maxLineBytes) {
      throw dataError(code, `${file}:${line}: is a line of more than 16 MiB`, 'Give a text file.');
    }
    try {
      yield decoder.decode(bytes.subarray(start, end));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw dataError(
        code,
        `${file}:${line}: is not UTF-8`,
        'Save the file as UTF-8; it may be in Latin-1, or in UTF-16.',
      );
    }
    const isPair = bytes[end] === carriageReturn && bytes[end + 1] === lineFeed;
    start = end + (isPair ? 2 : 1);
  }
}
