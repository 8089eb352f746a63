import type { LoadedDataset } from '../entries/dataset.js';
import type { GanEvaluator } from '../evaluation/evaluator.js';
import type { BuiltProgram } from '../program/buildProgram.js';
import { toValue } from '../source/value.js';
import type { Session } from '../train/session.js';
import type { TrainJob } from '../train/train.js';
import type { GanData } from './ganData.js';
import type { GanSource, TrainingChanges } from './ganSource.js';
import type { Ended } from './ongoingRun.js';
import type { PrepareOptions } from './options.js';
import { prepareWith } from './prepareWith.js';
import { TrainedGan } from './trained.js';

/** A compiled GAN as its training needs it. */
export interface Trainable {
  readonly source: GanSource;
  readonly built: BuiltProgram;
  readonly gan: GanData & {
    prepare(options: PrepareOptions): Promise<Session>;
    openEvaluator(dataset: LoadedDataset): Promise<GanEvaluator>;
  };
}

/** Compiles a GAN anew where training options are given. */
export type WithTraining = (changes: TrainingChanges) => Trainable;

/**
 * A GAN on its way to a run.
 * @param ended Called with the way to open the GAN with its final state.
 */
export function trainJob(
  { source, built, gan }: Trainable,
  { engine, threads }: Omit<PrepareOptions, 'seed'>,
  ended: Ended,
): TrainJob {
  const { tree, context, plugins, modules = [] } = source;
  const options = { ...(engine && { engine }), ...(threads !== undefined && { threads }) };
  return {
    source: toValue(tree),
    resolved: gan.resolved,
    built,
    plugins,
    modules,
    passes: context.passes.text,
    ...context.datasets,
    openDataset: () => gan.openDataset(),
    openEvaluator: (dataset) => gan.openEvaluator(dataset),
    ended: (state) => {
      ended(async () => new TrainedGan(gan, await prepareWith(gan, options, state)));
    },
  };
}
