import type { LoadedDataset } from '../entries/dataset.js';
import type { Registry } from '../entries/registry.js';
import type { NormalSpec } from '../language/normalSpec.js';
import type { Session } from '../train/session.js';
import { chooseMetrics } from './chooseMetrics.js';
import type { GanEvaluation } from './ganEvaluation.js';
import { measure } from './measure.js';

/** The frame of an evaluation. */
export interface EvaluationContext {
  readonly spec: NormalSpec;
  readonly registry: Registry;
  readonly seed: number;
  /** Samples on each side in place of each metric's own number. */
  readonly count: number | undefined;
}

/** Measures samples of a session by the metrics of the spec, or by all that fit the data. */
export async function evaluateSession(
  session: Session,
  dataset: LoadedDataset,
  { spec, registry, seed, count }: EvaluationContext,
): Promise<GanEvaluation> {
  const { monitor, training, data } = spec;
  const sources = { registry, data: dataset, hasClassifier: false, count };
  const metrics = chooseMetrics(monitor.metrics, sources);
  const generate = (number: number) => session.sample(number, { seed });
  return {
    step: session.step,
    weights: training.ema ? 'average' : 'latest',
    seed,
    data,
    classifier: null,
    metrics: await measure(metrics, { dataset, seed, classifier: undefined, generate }),
  };
}
