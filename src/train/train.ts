/** A whole training run: engine, data, session, loop, and the run folder that keeps what comes out. */
import { datasetRecord } from '../runs/datasetRecord.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { EngineRequest } from '../engines/list.js';
import { graphOf } from '../program/stepGraphs.js';
import type { BuiltProgram } from '../program/buildProgram.js';
import type { Dataset } from '../entries/dataset.js';
import type { TrainEvent, WarningEvent } from '../runs/events.js';
import type { TrainJob } from './job.js';
import { trainingLoop } from './loop.js';
import { metricNames } from './metricOrder.js';
import { createRunFolder, type RunFolder, type RunStatus } from '../runs/folder.js';
import { Session } from './session.js';
import { sampleFile, type SampleForm } from '../runs/pictures/sampleFile.js';
import { startTrainingThread } from './executor/workerExecutor.js';

export interface TrainOptions {
  /** Iterations; default: the spec's `training.steps`. */
  readonly steps?: number;
  /** Default: the spec's `training.seed`. */
  readonly seed?: number;
  /** Default: `auto`. */
  readonly engine?: EngineRequest;
  /** The run's own folder, new or empty; null keeps nothing on disk (the default). */
  readonly out?: string | null;
  /** Stops the run after the iteration under way; what it has is kept. */
  readonly signal?: AbortSignal;
  /** Threads of one kernel. */
  readonly threads?: number;
}

/**
 * Trains and tells what happens, event by event; the last event is of type `end`.
 * @throws GanspecError with the exit code of its cause: data 4, diverged 5, output folder 2.
 */
export async function* train(
  job: TrainJob,
  options: TrainOptions = {},
): AsyncGenerator<TrainEvent, void> {
  const { training, monitor, name } = job.resolved.spec;
  const { steps = training.steps, seed = training.seed, out = null } = options;
  const dataset = await job.openDataset();
  const openDataset = (): Promise<Dataset> => Promise.resolve(dataset);
  const data = datasetRecord(job.resolved.data, dataset);
  const form: SampleForm = {
    range: dataset.range,
    openEncoder: () => Promise.resolve(dataset.encode?.bind(dataset)),
    openDataset,
  };
  const thread = await startTrainingThread(options.engine ?? 'auto');
  let folder: RunFolder | null = null;
  let session: Session | undefined;
  // How to note a run that does not reach its end: as interrupted where the caller stops listening.
  let unfinished: RunStatus | null = 'interrupted';
  try {
    const { name: engine, reason: engineReason } = thread.engine;
    if (out !== null) folder = createRunFolder(out, job, { engine, seed, steps }, data);
    const run = folder?.path ?? null;
    const { batchSize } = training;
    const start: TrainEvent = {
      type: 'start',
      name,
      run,
      engine,
      engineReason,
      steps,
      batchSize,
      seed,
    };
    for (const event of [start, ...warningsOf(dataset)]) {
      folder?.keepEvent(event);
      yield event;
    }
    const executor = await thread.prepare(job.built.program, seed, {
      ...(options.threads !== undefined && { threads: options.threads }),
    });
    session = new Session(job.built, executor, {
      seed,
      openDataset,
    });
    const events = trainingLoop(session, {
      steps,
      samplesPerStep: samplesPerStep(job.built),
      monitor,
      metrics: metricNames(job.built.program),
      run,
      signal: options.signal,
      keepSamples: async (step, samples) =>
        folder?.keepSamples(step, await sampleFile(samples, form)) ?? null,
    });
    for await (const event of events) {
      if (event.type === 'end') {
        folder?.finish(event.status, await session.readState());
        unfinished = null;
      }
      folder?.keepEvent(event);
      yield event;
    }
  } catch (error) {
    const diverged = error instanceof GanspecError && error.exitCode === exitCodes.diverged;
    unfinished &&= diverged ? 'diverged' : 'failed';
    throw error;
  } finally {
    if (folder && unfinished) await keepWreck(folder, session, unfinished);
    await thread.end();
  }
}

function warningsOf({ warnings = [] }: Dataset): readonly WarningEvent[] {
  return warnings.map((warning) => ({ type: 'warning', ...warning }));
}

/** Keeps what there is of a run without an end, unless that fails too: the first error is the one to tell. */
async function keepWreck(
  folder: RunFolder,
  session: Session | undefined,
  status: RunStatus,
): Promise<void> {
  try {
    const state = await session?.readState().catch(() => undefined);
    folder.finish(status, state);
  } catch {
    // The disk is gone, which the first error says.
  }
}

/** Real samples that one iteration takes from the data set. */
function samplesPerStep({ program }: BuiltProgram): number {
  const reads = (graph: string): boolean =>
    program.inputs.some((input) => input.graph === graph && input.source.kind === 'data');
  return program.iteration
    .filter((plan) => reads(graphOf(plan, 0).name))
    .reduce((sum, { times }) => sum + times * program.batchSize, 0);
}
