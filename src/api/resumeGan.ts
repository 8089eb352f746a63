import { checkOptions, textArgument } from '../diagnostics/arguments.js';
import type { EngineRequest } from '../engines/list.js';
import type { TrainEvent } from '../runs/events.js';
import type { Ended } from './ongoingRun.js';
import { resumeChecks, type ResumeOptions } from './options.js';
import { trainJob, type WithTraining } from './trainJob.js';

/** The events of a run that goes on in its folder, from a checkpoint. */
export async function* resumeGan(
  withTraining: WithTraining,
  folder: string,
  given: ResumeOptions,
  ended: Ended,
): AsyncGenerator<TrainEvent, void> {
  textArgument('folder of resume', folder);
  checkOptions('resume', given, resumeChecks);
  const { steps, from, allowChanges, threads, ...options } = given;
  const [{ train }, { takeUp }] = await Promise.all([
    import('../train/train.js'),
    import('./takeUp.js'),
  ]);
  const trainable = withTraining({ steps });
  const { spec } = trainable.gan;
  const { program } = trainable.built;
  const previous = takeUp(folder, { spec, program }, { from, allowChanges });
  const { facts } = previous.checkpoint;
  const used = threads ?? facts.threads ?? undefined;
  // The name of an engine, which a later version may no longer have; then the choice of engines says so.
  const engine = facts.engine as EngineRequest;
  try {
    const more = { engine, ...options, ...(used !== undefined && { threads: used }) };
    yield* train({ ...trainJob(trainable, more, ended), previous }, more);
  } finally {
    previous.lock.release();
  }
}
