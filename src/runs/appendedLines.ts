/** The lines of a file that another process appends to, in the order of the file. */
import { existsSync } from 'node:fs';
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
export function endOfLine(bytes: Buffer, from: number): number {
  return bytes.indexOf('\n', from) + 1;
}

/** A piece of a file, as `readPiece` gives it; nothing where there is no file. */
export function pieceIfThere(path: string, start: number, length: number): Buffer {
  if (!existsSync(path)) return Buffer.alloc(0);
  return readPiece(path, start, length, (reason) => damaged(path, reason));
}

export class AppendedLines {
  /** Lines that were read. */
  #count = 0;
  /** The last of them with its line feed, and its start. */
  #lastLine: Buffer = Buffer.alloc(0);
  #last = 0;

  /**
   * @param path Of a file that need not exist yet.
   * @param onCut Called where the file was cut since: all of its lines are given again.
   */
  constructor(
    private readonly path: string,
    private readonly onCut: () => void,
  ) {}

  /** The place of reading, in bytes. */
  get end(): number {
    return this.#last + this.#lastLine.length;
  }

  /**
   * The whole lines that have come since the last call.
   * @throws GanspecError GAN610, exit code 6, where it is not a file of lines.
   */
  *take(): Generator<Line, void> {
    for (;;) {
      // The last line that was read shows whether the file was cut.
      const piece = pieceIfThere(this.path, this.#last, pieceBytes);
      const known = this.#lastLine.length;
      if (!this.#lastLine.equals(piece.subarray(0, known))) {
        this.#startAgain();
        continue;
      }
      const { end } = this;
      const start = this.#last;
      let at = known;
      for (let next = endOfLine(piece, at); next > 0; next = endOfLine(piece, at)) {
        this.#count += 1;
        this.#last = start + at;
        this.#lastLine = piece.subarray(at, next);
        yield { number: this.#count, bytes: piece.subarray(at, next - 1) };
        at = next;
      }
      if (this.end > end) continue;
      if (piece.length < pieceBytes) return;
      throw damaged(`${this.path}:${this.#count + 1}`, 'the line is too long');
    }
  }

  #startAgain(): void {
    this.#count = 0;
    this.#last = 0;
    this.#lastLine = Buffer.alloc(0);
    this.onCut();
  }
}
