import type { LoadedDataset } from '../entries/dataset.js';
import type { Registry } from '../entries/registry.js';
import type { NormalSpec } from '../language/normalSpec.js';
import type { Session } from '../train/session.js';
import { chooseMetrics } from './chooseMetrics.js';
import type { Classifier } from './classifier.js';
import type { GanEvaluation } from './ganEvaluation.js';
import { prepareMeasuring } from './measure.js';

/** The frame of evaluations. */
export interface EvaluationContext {
  readonly spec: NormalSpec;
  readonly registry: Registry;
  readonly dataset: LoadedDataset;
  readonly classifier: Classifier | undefined;
  readonly seed: number;
  /** Samples on each side in place of each metric's own number. */
  readonly count: number | undefined;
}

/** Measures a GAN at several moments, beside the same real samples. */
export interface GanEvaluator {
  evaluate(session: Session): Promise<GanEvaluation>;
  dispose(): Promise<void>;
}

/** Prepares evaluations by the metrics of the spec, or by all that fit the data; takes over the classifier. */
export async function openEvaluator({
  spec,
  registry,
  dataset,
  classifier,
  seed,
  count,
}: EvaluationContext): Promise<GanEvaluator> {
  const { monitor, training, data } = spec;
  const dispose = async (): Promise<void> => {
    await classifier?.dispose();
  };
  try {
    const hasClassifier = classifier !== undefined;
    const sources = { registry, data: dataset, hasClassifier, count };
    const metrics = chooseMetrics(monitor.metrics, sources);
    const measure = await prepareMeasuring(metrics, { dataset, seed, classifier });
    const evaluate = async (session: Session): Promise<GanEvaluation> => ({
      step: session.step,
      weights: training.ema ? 'average' : 'latest',
      seed,
      data,
      classifier: classifier ? classifierFacts(classifier) : null,
      metrics: await measure((number) => session.sample(number, { seed })),
    });
    return { evaluate, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function classifierFacts({ name, sha256, accuracy }: Classifier): GanEvaluation['classifier'] {
  return { name, sha256, accuracy };
}
