import type { SampleRows } from '../entries/metric.js';

/** The outputs of a classifier for samples. */
export interface Classified {
  readonly logits: SampleRows;
  /** Outputs of the layer before the last. */
  readonly features: SampleRows;
}

/** A trained network whose outputs metrics compare in place of samples. */
export interface Classifier {
  readonly name: string;
  /** SHA-256 of its weights. */
  readonly sha256: string;
  classify(samples: SampleRows): Promise<Classified>;
  dispose(): Promise<void>;
}
