/** The folder of a run in progress: made for a new run, taken up again by one that goes on, and written meanwhile. */
import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { sealedText } from '../checkpoint/recordFile.js';
import { makeFolder } from '../makeFolder.js';
import { diskError, writeFileAnyhow, writeFileAtomically } from '../checkpoint/writeFile.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { DatasetContext, DatasetRecord } from '../entries/dataset.js';
import { classesFile, classesText } from './pictures/classesFile.js';
import type { SampleFile } from './pictures/sampleFile.js';
import type { TensorMap } from '../ir/tensorType.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { version } from '../version.js';
import { atExit } from './atExit.js';
import { checkpointFormat, type CheckpointFacts } from './checkpointFacts.js';
import {
  amendCheckpoint,
  momentOf,
  removeLater,
  setAsideLater,
  writeCheckpoint,
  type ChosenCheckpoint,
  type Moment,
  type WrittenCheckpoint,
} from './checkpoints.js';
import { EventLog } from './eventLog.js';
import type { TrainEvent } from './events.js';
import { holderOf, lockFile, lockRun, type Lock } from './lock.js';
import { runFiles, stepText, type RunEngine, type RunRecord, type RunStatus } from './record.js';
import { placeStart, prepareStart, writeStart } from './startFiles.js';

/** Everything that is known about a run when it starts. */
export interface RunStart extends Omit<DatasetContext, 'seed'> {
  /** The merged text of the spec as JSON. */
  readonly source: unknown;
  readonly resolved: ResolvedGan;
  /** Tags of the entries that plugins brought. */
  readonly plugins: readonly string[];
  /** Paths of the modules of plugins. */
  readonly modules: readonly string[];
  /** The passes over the graphs, as the option `passes` of a compiler names them. */
  readonly passes: string;
  readonly engine: string;
  readonly engineFacts: RunEngine;
  /** Threads of one kernel that were asked for; null for the engine's own choice. */
  readonly threads: number | null;
  /** Record of the data set, so that samples can be written without it. */
  readonly data: DatasetRecord;
  /** Samples in the open data set. */
  readonly samples: number;
  /** SHA-256 of samples of the data. */
  readonly dataDigest: string;
  /** Absolute path of the run or checkpoint whose weights the run started with; null for new ones. */
  readonly initFrom: string | null;
}

/** Facts of a checkpoint that the run itself knows. */
export type CheckpointMoment = Pick<CheckpointFacts, 'step' | 'unfinished' | 'monitors'>;

/** The folder of a run in progress. It is locked until `finish`, or until the process ends. */
export interface RunFolder {
  /** Absolute. */
  readonly path: string;
  /** @returns The error where this is the first of the events that cannot be written; they are written with a later one. */
  keepEvent(event: TrainEvent): GanspecError | undefined;
  /**
   * @returns The file's name inside the folder.
   * @throws GanspecError GAN511 where it cannot be written.
   */
  keepSamples(step: number, samples: SampleFile): string;
  /**
   * Keeps a checkpoint, and the newest `keep` in all.
   * @param spared Moments of others that are kept as well.
   * @returns Its path inside the folder.
   * @throws GanspecError GAN511 where it cannot be written; earlier ones are untouched then.
   */
  keepCheckpoint(
    state: TensorMap,
    moment: CheckpointMoment,
    keep: number,
    spared?: readonly Moment[],
  ): string;
  /**
   * Takes the run back to a moment: its checkpoint gets other memories, and the later ones are removed.
   * @throws GanspecError GAN511 where that cannot be written; exit code 6 where the checkpoint has been damaged.
   */
  goBack(moment: Moment, monitors: CheckpointMoment['monitors']): void;
  /**
   * Records that the engine has changed to a slower way in an iteration.
   * @throws GanspecError GAN511 where the record cannot be written.
   */
  keepFallBack(step: number, message: string): void;
  /**
   * Records the outcome, and ends the lock. The state of a run that has reached its end, or was stopped, is that of its
   * last checkpoint.
   * @throws GanspecError GAN511 where the record cannot be written.
   */
  finish(status: Exclude<RunStatus, 'running'>): void;
}

/**
 * Makes the folder of a new run and writes what is known at the start.
 * @throws GanspecError GAN510 where something is there already; GAN516 where another process is writing there; GAN511 where
 * it cannot be written.
 */
export function createRunFolder(out: string, run: RunStart): RunFolder {
  const path = resolve(out);
  refuseOccupied(path, out);
  guarded(path, () => {
    makeFolder(path);
  });
  const lock = lockRun(path);
  try {
    refuseOccupied(path, out);
    return fillFolder(path, lock, run);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Writes the first files; where that fails, it leaves the folder as empty as it was, for another try. */
function fillFolder(path: string, lock: Lock, run: RunStart): RunFolder {
  try {
    guarded(path, () => {
      mkdirSync(join(path, runFiles.samples));
    });
    const files = writeStart(path, run);
    return openFolder(path, lock, 0, run, { ...firstRecord(run), files });
  } catch (error) {
    const { samples, spec, resolved, data, record } = runFiles;
    for (const name of [samples, spec, resolved, data, record]) {
      rmSync(join(path, name), { recursive: true, force: true });
    }
    throw error;
  }
}

/** A run that goes on from a checkpoint. */
export interface RunContinuation extends RunStart {
  /** The record of the run up to now. */
  readonly record: RunRecord;
  readonly checkpoint: ChosenCheckpoint;
  /** Differences of the spec from that of the run, as in `training.batchSize: 64 → 32`. */
  readonly changes: readonly string[];
}

/**
 * Takes up the folder of a run that goes on: `events.jsonl` is cut to the events up to the checkpoint.
 * @param lock Of the folder; `finish` releases it.
 * @throws GanspecError GAN511 where it cannot be written.
 */
export function continueRunFolder(path: string, lock: Lock, run: RunContinuation): RunFolder {
  const { record, checkpoint, changes } = run;
  // They count once the record has their digests, which a kill in between leaves as they were.
  const files = prepareStart(path, run);
  const time = new Date().toISOString();
  const { id, name, started, engine, engineFacts, fallBacks } = record;
  const { facts } = checkpoint;
  const resumption = {
    time,
    saved: facts.time,
    step: facts.step,
    engine: run.engine,
    engineFacts: run.engineFacts,
    changes,
  };
  const now = {
    ...firstRecord(run),
    id,
    name,
    started,
    engine,
    engineFacts,
    fallBacks,
    resumed: [...record.resumed, resumption],
    files,
  };
  setAsideLater(path, momentOf(facts));
  const folder = openFolder(path, lock, facts.events, run, now, checkpoint);
  // It was written after the checkpoint, which knows only of those before.
  folder.keepEvent({
    time: facts.time,
    type: 'checkpoint',
    step: facts.step,
    file: checkpoint.name,
  });
  guarded(path, () => {
    placeStart(path);
    // The state of the run's earlier end; it is in a checkpoint, too.
    rmSync(join(path, runFiles.state), { force: true });
  });
  return folder;
}

function openFolder(
  path: string,
  lock: Lock,
  eventBytes: number,
  { engine, threads, passes, samples, dataDigest, resolved }: RunStart,
  begun: RunRecord,
  first?: WrittenCheckpoint,
): RunFolder {
  const { seed } = resolved.spec.training;
  const log = guarded(path, () => new EventLog(join(path, runFiles.events), eventBytes));
  const write = (file: string, content: string | Uint8Array): void => {
    writeFileAtomically(join(path, file), content);
  };
  let record = begun;
  write(runFiles.record, sealedText(record));
  let last = first;
  let isFinished = false;
  const finish: RunFolder['finish'] = (status) => {
    if (isFinished) return;
    isFinished = true;
    forget();
    try {
      const hasState = status === 'completed' || status === 'interrupted';
      const state = hasState && last ? takeState(path, last) : {};
      const ended = new Date().toISOString();
      const files = { ...record.files, ...state };
      // Even on a full disk: the old record calls the run "running".
      writeFileAnyhow(join(path, runFiles.record), sealedText({ ...record, status, ended, files }));
    } finally {
      lock.release();
    }
  };
  const forget = atExit((code) => {
    finish(code > 128 ? 'interrupted' : 'failed');
  });
  return {
    path,
    keepEvent: (event) => log.append(event),
    keepSamples: (step, { extension, bytes, classes }) => {
      const stem = `${runFiles.samples}/step-${stepText(step)}`;
      const file = `${stem}.${extension}`;
      const pictures = join(path, runFiles.samples);
      guarded(pictures, () => {
        if (!existsSync(pictures)) mkdirSync(pictures);
      });
      write(file, bytes);
      if (classes) write(classesFile(stem), classesText(classes));
      return file;
    },
    keepCheckpoint: (state, moment, keep, spared) => {
      const facts: CheckpointFacts = {
        format: checkpointFormat,
        ganspec: version,
        node: process.version,
        run: record.id,
        time: new Date().toISOString(),
        seed,
        engine,
        threads,
        cores: availableParallelism(),
        passes,
        samples,
        dataDigest,
        events: log.flush(),
        ...moment,
      };
      last = writeCheckpoint(path, state, facts, keep, spared);
      return last.name;
    },
    goBack: (moment, monitors) => {
      const time = new Date().toISOString();
      const changes = { time, events: log.flush(), monitors };
      last = amendCheckpoint(path, moment, record.id, changes);
      // Only now: a run that is killed goes on from one that has all that it needs.
      guarded(path, () => {
        removeLater(path, moment);
      });
    },
    keepFallBack: (step, message) => {
      const fallBack = { time: new Date().toISOString(), step, message };
      record = { ...record, fallBacks: [...(record.fallBacks ?? []), fallBack] };
      // Even on a full disk, as at the end of the run.
      writeFileAnyhow(join(path, runFiles.record), sealedText(record));
    },
    finish,
  };
}

/** As `finish`, where an error has ended the run: a failure to write is not reported beside it. */
export function giveUp(folder: RunFolder | null, status: Exclude<RunStatus, 'running'>): void {
  try {
    folder?.finish(status);
  } catch {
    // The error that ended the run is the one to report.
  }
}

/** Gives the state of a checkpoint its place as that of the run. @returns Its digest. */
function takeState(path: string, { name, files }: WrittenCheckpoint): RunRecord['files'] {
  const [from, to] = [join(path, name, runFiles.state), join(path, runFiles.state)];
  guarded(path, () => {
    rmSync(to, { force: true });
    try {
      linkSync(from, to);
    } catch {
      // A file system without links.
      copyFileSync(from, to);
    }
  });
  return files;
}

function firstRecord(run: RunStart): Omit<RunRecord, 'files'> {
  const { resolved, baseDir, dataDir, environmentDirs = [], ownPaths } = run;
  const { plugins, modules, passes, engine, engineFacts, initFrom } = run;
  const { name, training } = resolved.spec;
  return {
    ganspec: version,
    node: process.version,
    id: randomUUID(),
    name,
    engine,
    seed: training.seed,
    steps: training.steps,
    baseDir: resolve(baseDir),
    dataDir: dataDir === undefined ? null : resolve(dataDir),
    environmentDirs: environmentDirs.map((folder) => resolve(folder)),
    dataPaths: [...(ownPaths ?? [])],
    plugins,
    pluginModules: modules,
    passes,
    initFrom,
    status: 'running',
    started: new Date().toISOString(),
    ended: null,
    resumed: [],
    engineFacts,
  };
}

function refuseOccupied(path: string, out: string): void {
  const entries = guarded(path, () => entriesOf(path));
  if (entries?.length === 0) return;
  const what =
    entries === null
      ? 'is a file'
      : entries.includes(runFiles.record) || holderOf(path)
        ? 'holds another run'
        : 'holds files that are not a run';
  throw new GanspecError(
    'GAN510',
    exitCodes.usage,
    `${out === '' ? path : out} ${what}; nothing there was touched`,
    'Give --out a new or an empty folder, or leave it out: the run then gets a folder of its own under runs/.',
  );
}

/** Names in a folder beside the lock, none where it does not exist yet; null for a file. */
function entriesOf(path: string): readonly string[] | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return null;
  return readdirSync(path).filter((name) => !name.startsWith(lockFile));
}

function guarded<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof GanspecError ? error : diskError(error, path);
  }
}
