/** The runs in a folder, as `ganspec train` leaves them under `runs/`. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { damaged } from '../checkpoint/recordFile.js';
import { textArgument } from '../diagnostics/arguments.js';
import { GanspecError } from '../diagnostics/errors.js';
import { checkpointsOf } from './checkpoints.js';
import type { TrainEvent } from './events.js';
import { lastLines } from './growingLines.js';
import { eventDamage } from './eventDamage.js';
import { parseEvent } from './parseEvent.js';
import { runFiles, type RunRecord } from './record.js';
import { isRunFolder } from './savedRun.js';
import { readRunState, type RunState } from './state.js';
import { trainedSeconds } from './trainedSeconds.js';

/** A run whose record is whole. */
export interface FoundRun {
  /** Starts with the folder that was listed. */
  readonly path: string;
  readonly state: RunState;
  readonly record: RunRecord;
  /** Iterations done, as far as the folder tells: those of the last event or of the newest checkpoint. */
  readonly step: number;
  /** Time of the last event, ISO 8601 in UTC; null where there is none. */
  readonly lastEvent: string | null;
  /** Seconds of training; the end of a run that was killed is its last event. */
  readonly seconds: number;
}

/** A folder that cannot be read, or the record in it. */
export interface DamagedRun {
  readonly path: string;
  readonly state: 'damaged';
  readonly error: GanspecError;
}

export type ListedRun = FoundRun | DamagedRun;

/** Folders below the one that is listed: `runs/<name>/<run id>` are two, and it may be that of a project. */
const maxDepth = 4;

/**
 * Finds the runs in a folder and up to four folders below it. Links to folders and folders with a dot before their name are
 * passed over.
 * @returns Those that are damaged, then the others by the time of their start, the newest last; none where there is no such
 * folder.
 */
export function listRuns(folder = 'runs'): readonly ListedRun[] {
  textArgument('folder of listRuns', folder);
  const startOf = (run: ListedRun): string => (run.state === 'damaged' ? '' : run.record.started);
  const before = (a: string, b: string): number => Number(a > b) - Number(a < b);
  return find(folder, 0).sort((a, b) => before(startOf(a), startOf(b)) || before(a.path, b.path));
}

function find(folder: string, depth: number): ListedRun[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const isRun = isRunFolder(folder);
    const own: readonly string[] = isRun ? [runFiles.checkpoints, runFiles.samples] : [];
    const below = entries.filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !own.includes(entry.name),
    );
    return [
      ...(isRun ? [look(folder)] : []),
      ...(depth < maxDepth ? below : []).flatMap(({ name }) => find(join(folder, name), depth + 1)),
    ];
  } catch (error) {
    // It may have been removed in between.
    return existsSync(folder) ? [damagedRun(folder, error)] : [];
  }
}

function look(path: string): ListedRun {
  try {
    const { record, state } = readRunState(path);
    const { step, time } = lastMoment(path);
    const kept = checkpointsOf(path)[0]?.step ?? 0;
    const end =
      record.ended ?? (state === 'running' ? new Date().toISOString() : (time ?? record.started));
    const seconds = trainedSeconds(record, end);
    return { path, state, record, step: Math.max(step, kept), lastEvent: time, seconds };
  } catch (error) {
    return damagedRun(path, error);
  }
}

function damagedRun(path: string, error: unknown): DamagedRun {
  return {
    path,
    state: 'damaged',
    error: error instanceof GanspecError ? error : damaged(path, String(error)),
  };
}

/** Bytes at the end of `events.jsonl` that are searched for the last step. */
const tailBytes = 2 ** 16;

/** The step of the last event that has one, and the time of the last event. */
function lastMoment(run: string): { readonly step: number; readonly time: string | null } {
  const path = join(run, runFiles.events);
  let time: string | null = null;
  for (const line of lastLines(path, tailBytes).reverse()) {
    const event = eventIn(line, path);
    time ??= event.time;
    const step = stepOf(event);
    if (step !== undefined) return { step, time };
  }
  return { step: 0, time };
}

/** @throws GanspecError GAN610 with the first damaged line of the file, where this is one. */
function eventIn(line: Uint8Array, path: string): TrainEvent {
  try {
    return parseEvent(line, path);
  } catch (error) {
    throw eventDamage(path) ?? error;
  }
}

function stepOf(event: TrainEvent): number | undefined {
  if (event.type === 'end') return event.steps;
  return 'step' in event ? event.step : undefined;
}
