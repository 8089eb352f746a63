import type { LoadedDataset } from '../entries/dataset.js';
import type { Registry } from '../entries/registry.js';
import type { NormalSpec } from '../language/normalSpec.js';
import { isConditional } from '../language/resolve/isConditional.js';
import type { Session } from '../train/session.js';
import { chooseMetrics } from './chooseMetrics.js';
import type { Backbone } from './backbone.js';
import type { BackboneFacts, GanEvaluation } from './ganEvaluation.js';
import { prepareMeasuring } from './measure.js';

/** The frame of evaluations. */
export interface EvaluationContext {
  readonly spec: NormalSpec;
  readonly registry: Registry;
  readonly dataset: LoadedDataset;
  readonly backbone: Backbone | undefined;
  readonly seed: number;
  /** Samples on each side in place of each metric's own number. */
  readonly count: number | undefined;
}

/** Measures a GAN at several moments, beside the same real samples. */
export interface GanEvaluator {
  evaluate(session: Session): Promise<GanEvaluation>;
  dispose(): Promise<void>;
}

/** Prepares evaluations by the metrics of the spec, or by all that fit the data; takes over the backbone. */
export async function openEvaluator({
  spec,
  registry,
  dataset,
  backbone,
  seed,
  count,
}: EvaluationContext): Promise<GanEvaluator> {
  const { monitor, training, data } = spec;
  const dispose = async (): Promise<void> => {
    await backbone?.dispose();
  };
  try {
    const given = backbone?.gives ?? [];
    const sources = { registry, data: dataset, conditional: isConditional(spec), given, count };
    const metrics = chooseMetrics(monitor.metrics, sources);
    const measure = await prepareMeasuring(metrics, { dataset, seed, backbone });
    const evaluate = async (session: Session): Promise<GanEvaluation> => ({
      step: session.step,
      weights: training.ema ? 'average' : 'latest',
      seed,
      data,
      backbone: backbone ? factsOf(backbone) : null,
      // Classes in turn would make each batch of a score more even than batches of real samples are.
      metrics: await measure((number) => session.sample(number, { seed, classes: 'random' })),
    });
    return { evaluate, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function factsOf({ name, sha256, accuracy, layer, preprocessing }: Backbone): BackboneFacts {
  return {
    ...{ name, sha256 },
    ...(accuracy !== undefined && { accuracy }),
    ...(layer !== undefined && { layer }),
    ...(preprocessing !== undefined && { preprocessing }),
  };
}
