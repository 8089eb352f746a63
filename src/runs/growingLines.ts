/** The lines of a file that another process appends to, and may cut. */
import { digestOf } from '../checkpoint/digest.js';
import { AppendedLines, endOfLine, pieceIfThere, type Line } from './appendedLines.js';

/**
 * The whole lines in the last bytes of a file, without their line feeds; none where there is no file.
 * @throws GanspecError GAN610, exit code 6, where it cannot be read.
 */
export function lastLines(path: string, length: number): Uint8Array[] {
  const piece = pieceIfThere(path, -length, length);
  const lines: Uint8Array[] = [];
  // A piece of full length begins within a line.
  const first = piece.length < length ? 0 : endOfLine(piece, 0);
  for (let at = first, next = endOfLine(piece, at); next > 0; next = endOfLine(piece, at)) {
    lines.push(piece.subarray(at, next - 1));
    at = next;
  }
  return lines;
}

export class GrowingLines {
  readonly #lines: AppendedLines;
  /** Digests of the lines up to the place of reading. */
  #read: string[] = [];
  /** Those of the lines that were given out before the file was cut. */
  #before: readonly string[] = [];

  /** @param path Of a file that need not exist yet. */
  constructor(path: string) {
    this.#lines = new AppendedLines(path, () => {
      this.#before = this.#read;
      this.#read = [];
    });
  }

  /**
   * The whole lines that have come since the last call. Where the file was cut since, those which are not as they were.
   * @throws GanspecError GAN610, exit code 6, where it is not a file of lines.
   */
  *take(): Generator<Line, void> {
    for (const line of this.#lines.take()) if (this.#pass(line.bytes)) yield line;
  }

  /** @returns True where the line was not given out before. */
  #pass(line: Uint8Array): boolean {
    const digest = digestOf(line);
    const isNew = this.#before[this.#read.length] !== digest;
    if (isNew) this.#before = [];
    this.#read.push(digest);
    return isNew;
  }
}
