/** The first line of `events.jsonl` that is no event. */
import { statSync } from 'node:fs';
import { damaged } from '../checkpoint/recordFile.js';
import { GanspecError } from '../diagnostics/errors.js';
import { GrowingLines } from './growingLines.js';
import { parseEvent } from './parseEvent.js';

/**
 * Looks through the lines of a log.
 * @param length Bytes of the file that are looked at, whose last one ended a line; default: all whole lines.
 * @returns Error GAN610 with file and line; undefined where all are events, also where the file is shorter.
 */
export function eventDamage(path: string, length = Infinity): GanspecError | undefined {
  let [end, next] = [0, 1];
  try {
    for (const { number, bytes } of new GrowingLines(path).take()) {
      if (end + bytes.length + 1 > length) break;
      parseEvent(bytes, `${path}:${number}`);
      end += bytes.length + 1;
      next = number + 1;
    }
  } catch (error) {
    if (error instanceof GanspecError) return error;
    throw error;
  }
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const isCut = end === length || size < length;
  return isCut ? undefined : damaged(`${path}:${next}`, 'it does not end where it did');
}
