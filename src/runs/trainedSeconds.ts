import type { RunRecord } from './record.js';

/**
 * Seconds of training that have led to the state of a run. Neither the time between an interruption and a resumption counts,
 * nor what was trained after the checkpoint that was gone on from.
 * @param end ISO 8601 in UTC.
 */
export function trainedSeconds({ started, resumed }: RunRecord, end: string): number {
  let last = Date.parse(end);
  let milliseconds = 0;
  for (const { time, saved = time } of [...resumed].reverse()) {
    const start = Date.parse(time);
    // Later ones went on from a checkpoint before this resumption.
    if (start > last) continue;
    milliseconds += last - start;
    last = Math.min(start, Date.parse(saved));
  }
  // The clock of the system may go backwards.
  return Math.max(0, milliseconds + last - Date.parse(started)) / 1000;
}
