/** `events.jsonl`: one event per line, appended as they happen; never half a line. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  statSync,
  writeSync,
} from 'node:fs';
import { readPiece } from '../checkpoint/readFile.js';
import { damaged } from '../checkpoint/recordFile.js';
import { diskError } from '../checkpoint/writeFile.js';
import type { GanspecError } from '../diagnostics/errors.js';
import type { TrainEvent } from './events.js';

/**
 * The length in bytes of the whole lines at the start of a log; 0 where there is none yet.
 * @param length Bytes of the file that are looked at.
 * @throws GanspecError GAN610, exit code 6, where something else stands in its place.
 */
export function lengthOfLines(path: string, length: number): number {
  if (!existsSync(path)) return 0;
  const read = (start: number, count: number): Buffer =>
    readPiece(path, start, count, (reason) => damaged(path, reason));
  const isWhole = read(length - 1, 1).toString() === '\n';
  return isWhole ? length : read(0, length).lastIndexOf('\n') + 1;
}

export class EventLog {
  /** Length of all whole lines in the file, in bytes. */
  #length: number;
  /** Lines that could not be written yet. */
  #waiting = '';

  /**
   * @param path Made with the first event.
   * @param length Bytes to keep of a file that exists; what lies behind the whole lines in them is cut off.
   * @throws GanspecError GAN610, exit code 6, where something else stands in its place.
   */
  constructor(
    private readonly path: string,
    length: number,
  ) {
    this.#length = lengthOfLines(path, length);
    if (statSync(path, { throwIfNoEntry: false })) this.#open(() => undefined);
  }

  /**
   * Appends an event. Where that is not possible, it is written with a later one.
   * @returns The error where this event is the first that could not be written.
   */
  append(event: TrainEvent): GanspecError | undefined {
    const isLate = this.#waiting !== '';
    this.#waiting += `${JSON.stringify(event)}\n`;
    try {
      this.#write();
      return undefined;
    } catch (error) {
      return isLate ? undefined : diskError(error, this.path);
    }
  }

  /**
   * Flushes all events to the disk.
   * @returns The length of the file in bytes.
   * @throws GanspecError GAN511
   */
  flush(): number {
    try {
      this.#write();
      this.#open(fsyncSync);
    } catch (error) {
      throw diskError(error, this.path);
    }
    return this.#length;
  }

  #write(): void {
    if (this.#waiting === '') return;
    const lines = Buffer.from(this.#waiting, 'utf8');
    this.#open((descriptor) => {
      try {
        for (let at = 0; at < lines.length;) {
          at += writeSync(descriptor, lines, at, lines.length - at, this.#length + at);
        }
      } catch (error) {
        ftruncateSync(descriptor, this.#length);
        throw error;
      }
    });
    this.#length += lines.length;
    this.#waiting = '';
  }

  /** Opens the file for one action, cut to its whole lines. */
  #open(act: (descriptor: number) => void): void {
    const found = statSync(this.path, { throwIfNoEntry: false });
    // Shorter where others have cut or removed it.
    this.#length = Math.min(this.#length, found?.size ?? 0);
    const descriptor = openSync(this.path, found ? 'r+' : 'wx');
    try {
      ftruncateSync(descriptor, this.#length);
      act(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
}
