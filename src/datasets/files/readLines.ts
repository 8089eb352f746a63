import { dataError, readWhole } from './dataFile.js';

/**
 * The lines of a UTF-8 file without their ends (`\n` or `\r\n`); what follows the last one is a line unless it is empty.
 * @param code Of the error where a line is not UTF-8.
 * @throws GanspecError with that code and file and line, and what `readWhole` throws.
 */
export function* readLines(file: string, code: string): Generator<string, void> {
  const bytes = readWhole(file);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    const last = bytes[end - 1] === 0x0d && end > start ? end - 1 : end;
    try {
      yield decoder.decode(bytes.subarray(start, last));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw dataError(code, `${file}:${line}: is not UTF-8`);
    }
    start = end + 1;
  }
}
