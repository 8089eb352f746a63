/** The runs in the folder that is served. They are known by their paths inside it, and by no others. */
import { relative, resolve, sep } from 'node:path';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { listRuns, type ListedRun } from '../runs/list.js';
import { presentEngine } from '../runs/record.js';
import { readRunRecord } from '../runs/savedRun.js';
import type { RunsAnswer } from './answers.js';
import { LiveRun } from './liveRun.js';
import { noticeOf } from './noticeOf.js';

export class RunDirectory {
  readonly #folder: string;
  /** Folders of the runs that the last list had. */
  #folders = new Map<string, string>();
  readonly #live = new Map<string, LiveRun>();

  constructor(folder: string) {
    this.#folder = resolve(folder);
  }

  list(): RunsAnswer {
    const runs = listRuns(this.#folder).toReversed();
    this.#folders = new Map(runs.map(({ path }) => [this.#nameOf(path), path]));
    return { folder: this.#folder, runs: runs.map((run) => this.#rowOf(run)) };
  }

  /** @throws GanspecError GAN513 where the folder has no run of that name. */
  folderOf(name: string): string {
    if (!this.#folders.has(name)) this.list();
    const folder = this.#folders.get(name);
    if (folder !== undefined) return folder;
    throw new GanspecError(
      'GAN513',
      exitCodes.usage,
      `${this.#folder} has no run ${name}`,
      'It may have been moved or deleted; the list of runs has those that are there.',
    );
  }

  /** @throws GanspecError GAN513, as `folderOf`. */
  liveRun(name: string): LiveRun {
    const folder = this.folderOf(name);
    const live = this.#live.get(folder) ?? new LiveRun(folder);
    this.#live.set(folder, live);
    return live;
  }

  /** Path inside the folder; `.` for the folder itself. */
  #nameOf(path: string): string {
    return relative(this.#folder, path).split(sep).join('/') || '.';
  }

  #rowOf(run: ListedRun): RunsAnswer['runs'][number] {
    const path = this.#nameOf(run.path);
    if (run.state === 'damaged') {
      return { path, state: run.state, hasPage: hasRecord(run.path), error: noticeOf(run.error) };
    }
    const { state, step, record } = run;
    const { name, steps, seed, started } = record;
    const engine = presentEngine(record);
    const seconds = Math.round(run.seconds);
    return { path, state, name, step, steps, engine, seed, started, seconds };
  }
}

/** True where the record of a run is whole. */
function hasRecord(folder: string): boolean {
  try {
    readRunRecord(folder);
    return true;
  } catch {
    return false;
  }
}
