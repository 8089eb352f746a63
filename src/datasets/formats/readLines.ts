import { dataError, readWhole } from '../shared/dataFile.js';

const [lineFeed, carriageReturn] = [0x0a, 0x0d];
/** What some programs write before a text. */
const byteOrderMark = [0xef, 0xbb, 0xbf];

/**
 * The lines of a UTF-8 file without their ends (`\n`, `\r\n` or `\r`) and without a byte order mark before the first;
 * what follows the last one is a line unless it is empty.
 * @param code Of the error where a line is not UTF-8.
 * @throws GanspecError with that code and file and line, and what `readWhole` throws.
 */
export function* readLines(file: string, code: string): Generator<string, void> {
  const bytes = readWhole(file);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let start = byteOrderMark.every((byte, i) => bytes[i] === byte) ? byteOrderMark.length : 0;
  for (let line = 1; start < bytes.length; line++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end++;
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
