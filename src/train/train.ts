/** A whole training run: data set, training thread, run folder, session and loop. */
import { counted } from '../diagnostics/counted.js';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { datasetRecord } from '../runs/datasetRecord.js';
import { dataDigest } from './dataDigest.js';
import type { CheckpointFacts, Unfinished } from '../runs/checkpointFacts.js';
import { readCheckpoint, type ChosenCheckpoint } from '../runs/checkpoints.js';
import type { TrainEvent } from '../runs/events.js';
import {
  continueRunFolder,
  createRunFolder,
  giveUp,
  type RunFolder,
  type RunStart,
} from '../runs/folder.js';
import type { Lock } from '../runs/lock.js';
import { runFiles, type RunRecord } from '../runs/record.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { GanEvaluator } from '../evaluation/evaluator.js';
import type { EngineRequest } from '../engines/list.js';
import type { DatasetDescription, DatasetWarning, LoadedDataset } from '../entries/dataset.js';
import type { TensorMap } from '../ir/tensorType.js';
import type { BuiltProgram } from '../program/buildProgram.js';
import { startTrainingThread } from './executor/workerExecutor.js';
import { doubtsAboutEngine, engineOfRun } from './engineOfRun.js';
import { trainingLoop } from './loop.js';
import { checkMemories } from './checkMemories.js';
import type { ResumedFrom } from './monitors/monitor.js';
import { Session } from './session.js';

/** Options of a run that are no part of its spec. */
export interface RunOptions {
  /** Default: `auto`. */
  readonly engine?: EngineRequest;
  /** The run's own folder, new or empty; null keeps nothing on disk (the default). */
  readonly out?: string | null;
  /** Stops the run after the update under way; its state is kept. An Error as the reason of the abort makes the run fail with it. */
  readonly signal?: AbortSignal;
  /** Threads of one kernel. */
  readonly threads?: number;
}

/** A compiled GAN on its way to a run. */
export interface TrainJob extends Pick<
  RunStart,
  | 'source'
  | 'resolved'
  | 'plugins'
  | 'modules'
  | 'passes'
  | 'baseDir'
  | 'dataDir'
  | 'environmentDirs'
  | 'ownPaths'
> {
  readonly built: BuiltProgram;
  readonly openDataset: () => Promise<LoadedDataset>;
  readonly openEvaluator: (dataset: LoadedDataset) => Promise<GanEvaluator>;
  /** Weights that the run starts with, instead of their first values. */
  readonly initial?: InitialState | undefined;
  /** The run that this one goes on with, in the same folder. */
  readonly previous?: PreviousRun;
  /** Called with the final state once the run has ended, unless by an error. */
  readonly ended: (final: FinalState) => void;
}

/** The state that a run ends with, and the part of an iteration that is done in it. */
export interface FinalState {
  readonly state: TensorMap;
  readonly unfinished: Unfinished;
}

/** State tensors that a run starts with, and the doubts about them. */
export interface InitialState {
  /** Absolute path of the run or the checkpoint that they come from. */
  readonly from: string;
  readonly state: TensorMap;
  readonly warnings: readonly DatasetWarning[];
}

/** A run folder, and the checkpoint to go on from. */
export interface PreviousRun {
  readonly path: string;
  /** Held by this process; released at the end of the run. */
  readonly lock: Lock;
  readonly record: RunRecord;
  readonly checkpoint: ChosenCheckpoint;
  /** Length of the events before the checkpoint that `events.jsonl` does not have any more. */
  readonly lostEventBytes: number;
  /** The first damaged line of the events before the checkpoint. */
  readonly damage: GanspecError | undefined;
  /** Differences of the spec from that of the run, as in `training.batchSize: 64 → 32`. */
  readonly changes: readonly string[];
}

/**
 * Trains and reports its progress event by event; the last event is of type `end`.
 * @throws GanspecError with the exit code of its cause: data 4, diverged 5, output folder 2.
 */
export async function* train(
  job: TrainJob,
  { engine: request, out = null, signal, threads }: RunOptions = {},
): AsyncGenerator<TrainEvent, void> {
  const { resolved, built, previous, initial } = job;
  const { spec } = resolved;
  const { seed } = spec.training;
  const dataset = await job.openDataset();
  // Without a folder there is nothing to go on from later.
  const digest = out === null && !previous ? '' : dataDigest(dataset);
  if (previous) checkSameData(dataset, digest, seed, previous.checkpoint.facts);
  const openDataset = (): Promise<LoadedDataset> => Promise.resolve(dataset);
  const thread = await startTrainingThread(request);
  try {
    const engine = engineOfRun(thread.engine, threads);
    const start: RunStart = {
      ...job,
      engine: engine.name,
      engineFacts: engine.facts,
      threads: threads ?? null,
      data: datasetRecord(resolved.data, dataset),
      samples: dataset.count,
      dataDigest: digest,
      initFrom: initial?.from ?? previous?.record.initFrom ?? null,
    };
    const folder = openFolder(out, start, previous);
    const session = await open(folder, async () => {
      const options = threads === undefined ? {} : { threads };
      const executor = await thread.prepare(built.program, seed, options);
      const made = new Session(built, executor, {
        seed,
        openDataset,
        classList: resolved.data.classList,
      });
      if (initial) await made.writeState(initial.state);
      if (previous) {
        const { state, facts } = previous.checkpoint;
        await made.restoreState(state, facts.unfinished);
      }
      return made;
    });
    const { program } = built;
    const openEvaluator = (): Promise<GanEvaluator> => job.openEvaluator(dataset);
    const run = { spec, program, dataset, engine, session, folder, openEvaluator };
    const doubts = previous
      ? doubtsAbout(previous, start)
      : [...newDoubts(dataset, resolved.data), ...(initial?.warnings ?? [])];
    const warnings = [...doubtsAboutEngine(engine), ...doubts];
    const resumed = previous && resumedFrom(previous);
    yield* handingOver(trainingLoop({ ...run, resumed, warnings }, signal), session, job.ended);
  } finally {
    await thread.end();
  }
}

/** Hands the state over where a run ends by itself, by its signal, or because its caller stops listening. */
async function* handingOver(
  events: AsyncGenerator<TrainEvent, void>,
  session: Session,
  ended: TrainJob['ended'],
): AsyncGenerator<TrainEvent, void> {
  let hasFailed = false;
  try {
    yield* events;
  } catch (error) {
    hasFailed = true;
    throw error;
  } finally {
    if (!hasFailed) ended({ state: await session.readState(), unfinished: session.unfinished });
  }
}

function openFolder(
  out: string | null,
  start: RunStart,
  previous: PreviousRun | undefined,
): RunFolder | null {
  if (!previous) return out === null ? null : createRunFolder(out, start);
  const { path, lock, ...rest } = previous;
  return continueRunFolder(path, lock, { ...start, ...rest });
}

/** Opens the session of a run; where that fails, the run has failed. */
async function open(folder: RunFolder | null, make: () => Promise<Session>): Promise<Session> {
  try {
    return await make();
  } catch (error) {
    giveUp(folder, 'failed');
    throw error;
  }
}

/** Doubts about the open data that its description did not have: compilation has reported those. */
function newDoubts(
  { warnings = [] }: LoadedDataset,
  { warnings: known = [] }: DatasetDescription,
): readonly DatasetWarning[] {
  const messages = new Set(known.map(({ message }) => message));
  return warnings.filter(({ message }) => !messages.has(message));
}

/**
 * Numbers are compared where the seed is the same, since data may be drawn from it.
 * @throws GanspecError GAN418 where the batches would be others.
 */
function checkSameData(
  { count }: LoadedDataset,
  digest: string,
  seed: number,
  facts: CheckpointFacts,
): void {
  const hasOtherCount = count !== facts.samples;
  const known = facts.seed === seed ? facts.dataDigest : undefined;
  if (!hasOtherCount && (known === undefined || known === digest)) return;
  const change = hasOtherCount
    ? `they have ${counted(count, 'sample')}, not ${facts.samples}`
    : 'numbers or classes of samples are others';
  throw new GanspecError(
    'GAN418',
    exitCodes.data,
    `the data have changed since the checkpoint: ${change}`,
    'Bring the data back as they were; or start a new run from these weights with --init-from.',
  );
}

function resumedFrom({ path, record, checkpoint }: PreviousRun): ResumedFrom {
  return {
    checkpoint: checkpoint.name,
    memories: checkpoint.facts.monitors,
    stateAt: (moment) => {
      const saved = readCheckpoint(path, moment, record.id);
      const { step, unfinished, monitors } = saved.facts;
      checkMemories(monitors, join(path, saved.name));
      return { step, unfinished, monitors, state: saved.readState() };
    },
  };
}

/** Newer checkpoints that are damaged, events that are damaged or lost, and another engine, number of threads or choice of passes. */
function doubtsAbout(
  { checkpoint: { facts, skipped }, lostEventBytes, damage }: PreviousRun,
  start: RunStart,
): readonly DatasetWarning[] {
  const damaged = skipped.map(({ code, message }) => ({
    code,
    message: `a newer checkpoint is not used, nor removed: ${message}`,
  }));
  const lost = lostEventBytes === 0 ? [] : [eventsLost(facts.events, lostEventBytes)];
  const events = damage ? [eventsDamaged(damage)] : lost;
  const difference = differenceOf(facts, start);
  const other = difference === undefined ? [] : [runsElsewhere(difference)];
  return [...damaged, ...events, ...other];
}

function eventsLost(length: number, lost: number): DatasetWarning {
  return {
    code: 'GAN611',
    message: `events of the run are lost: ${runFiles.events} had ${length} bytes at the checkpoint, of which the last ${lost} are gone`,
    hint: 'Training does not depend on them; the events up to here can only come from a copy of the folder.',
  };
}

function eventsDamaged({ message }: GanspecError): DatasetWarning {
  return {
    code: 'GAN611',
    message: `a line of the run's events is damaged: ${message.replace(': damaged: ', ': ')}`,
    hint: 'Training does not depend on them; the events up to here can only come from a copy of the folder.',
  };
}

function runsElsewhere(difference: string): DatasetWarning {
  const message = `${difference}: from here on, numbers agree with those of the uninterrupted run within rounding, not bit for bit`;
  return { code: 'GAN517', message };
}

/** Undefined where the run goes on as it was, so that every number is the same. */
function differenceOf(facts: CheckpointFacts, start: RunStart): string | undefined {
  const { engine, threads, passes } = start;
  if (facts.engine !== engine) return `the engine was ${facts.engine} and is ${engine} now`;
  const text = (count: number | null, cores: number): string =>
    count === null ? `chosen for ${cores} cores` : String(count);
  const [before, now] = [text(facts.threads, facts.cores), text(threads, availableParallelism())];
  if (before !== now) return `the threads of a kernel were ${before} and are ${now} now`;
  const { passes: passesBefore = 'all' } = facts;
  if (passesBefore === passes) return undefined;
  return `the passes over the graphs were ${passesBefore} and are ${passes} now`;
}
