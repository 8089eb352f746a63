import { checkOptions } from '../diagnostics/arguments.js';
import type { TrainEvent } from '../runs/events.js';
import type { Ended } from './ongoingRun.js';
import { trainChecks, type TrainOptions } from './options.js';
import { trainJob, type WithTraining } from './trainJob.js';

/** The events of a new run. */
export async function* trainGan(
  withTraining: WithTraining,
  given: TrainOptions,
  ended: Ended,
): AsyncGenerator<TrainEvent, void> {
  checkOptions('train', given, trainChecks);
  const { steps, seed, initFrom, ...options } = given;
  const [{ train }, { weightsFrom }] = await Promise.all([
    import('../train/train.js'),
    import('./initFrom.js'),
  ]);
  const trainable = withTraining({ steps, seed });
  const { program } = trainable.built;
  const networks = Object.keys(trainable.gan.resolved.networks);
  const initial = initFrom === undefined ? undefined : weightsFrom(initFrom, program, networks);
  yield* train({ ...trainJob(trainable, options, ended), initial }, options);
}
