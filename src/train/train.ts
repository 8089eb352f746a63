/** A whole training run: data set, training thread, run folder, session and loop. */
import { datasetRecord } from '../runs/datasetRecord.js';
import type { TrainEvent } from '../runs/events.js';
import { createRunFolder, type RunStart } from '../runs/folder.js';
import type { EngineRequest } from '../engines/list.js';
import type { Dataset } from '../entries/dataset.js';
import type { BuiltProgram } from '../program/buildProgram.js';
import { startTrainingThread } from './executor/workerExecutor.js';
import { trainingLoop } from './loop.js';
import { saveInterruptedRun } from './saveInterruptedRun.js';
import { Session } from './session.js';

/** Options of a run that are no part of its spec. */
export interface RunOptions {
  /** Default: `auto`. */
  readonly engine?: EngineRequest;
  /** The run's own folder, new or empty; null keeps nothing on disk (the default). */
  readonly out?: string | null;
  /** Stops the run after the iteration under way; its state is kept. */
  readonly signal?: AbortSignal;
  /** Threads of one kernel. */
  readonly threads?: number;
}

/** A compiled GAN on its way to a run. */
export interface TrainJob extends Omit<RunStart, 'engine' | 'data'> {
  readonly built: BuiltProgram;
  readonly openDataset: () => Promise<Dataset>;
}

/**
 * Trains and reports its progress event by event; the last event is of type `end`.
 * @throws GanspecError with the exit code of its cause: data 4, diverged 5, output folder 2.
 */
export async function* train(
  job: TrainJob,
  { engine: request, out = null, signal, threads }: RunOptions = {},
): AsyncGenerator<TrainEvent, void> {
  const { resolved, built } = job;
  const { spec } = resolved;
  const { seed } = spec.training;
  const dataset = await job.openDataset();
  const openDataset = (): Promise<Dataset> => Promise.resolve(dataset);
  const thread = await startTrainingThread(request);
  try {
    const { engine } = thread;
    const data = datasetRecord(resolved.data, dataset);
    const folder =
      out === null ? null : createRunFolder(out, { ...job, engine: engine.name, data });
    const options = threads === undefined ? {} : { threads };
    const executor = await thread
      .prepare(built.program, seed, options)
      .catch(async (error: unknown) => {
        if (folder) await saveInterruptedRun(folder, undefined, 'failed');
        throw error;
      });
    const session = new Session(built, executor, { seed, openDataset });
    const { program } = built;
    yield* trainingLoop({ spec, program, dataset, engine, session, folder }, signal);
  } finally {
    await thread.end();
  }
}
