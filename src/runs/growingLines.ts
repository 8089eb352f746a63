/** The lines of a file that another process appends to, and may cut. */
import { existsSync } from 'node:fs';
import { digestOf } from '../checkpoint/digest.js';
import { readPiece } from '../checkpoint/readFile.js';
import { damaged } from '../checkpoint/recordFile.js';

/** A whole line, without its line feed. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** Bytes that are read at once; a line and the one before it fit in. */
const pieceBytes = 2 ** 20;

/** The place behind the next line feed; 0 where there is none. */
const endOfLine = (bytes: Buffer, from: number): number => bytes.indexOf('\n', from) + 1;

/** A piece of a file, as `readPiece` gives it; nothing where there is no file. */
function pieceIfThere(path: string, start: number, length: number): Buffer {
  if (!existsSync(path)) return Buffer.alloc(0);
  return readPiece(path, start, length, (reason) => damaged(path, reason));
}

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
  /** Digests of the lines up to the place of reading. */
  #read: string[] = [];
  /** Those of the lines that were given out before the file was cut. */
  #before: readonly string[] = [];
  /** Start of the last line that was read, and its end: the place of reading. */
  #last = 0;
  #end = 0;

  /** @param path Of a file that need not exist yet. */
  constructor(private readonly path: string) {}

  /**
   * The whole lines that have come since the last call. Where the file was cut since, those which are not as they were.
   * @throws GanspecError GAN610, exit code 6, where it is not a file of lines.
   */
  *take(): Generator<Line, void> {
    for (;;) {
      // The last line that was read shows whether the file was cut.
      const piece = pieceIfThere(this.path, this.#last, pieceBytes);
      const known = this.#end - this.#last;
      if (this.#read.length > 0 && this.#read.at(-1) !== digestOf(piece.subarray(0, known))) {
        this.#startAgain();
        continue;
      }
      const end = this.#end;
      let at = known;
      for (let next = endOfLine(piece, at); next > 0; next = endOfLine(piece, at)) {
        const isNew = this.#pass(piece.subarray(at, next));
        if (isNew) yield { number: this.#read.length, bytes: piece.subarray(at, next - 1) };
        at = next;
      }
      if (this.#end > end) continue;
      if (piece.length < pieceBytes) return;
      throw damaged(`${this.path}:${this.#read.length + 1}`, 'the line is too long');
    }
  }

  #startAgain(): void {
    this.#before = this.#read;
    this.#read = [];
    this.#last = 0;
    this.#end = 0;
  }

  /** Moves behind a line. @returns True where it was not given out before. */
  #pass(line: Uint8Array): boolean {
    const digest = digestOf(line);
    const isNew = this.#before[this.#read.length] !== digest;
    if (isNew) this.#before = [];
    this.#read.push(digest);
    this.#last = this.#end;
    this.#end += line.length;
    return isNew;
  }
}
