import type { SampleRows } from '../entries/metric.js';
import type { Classified } from '../train/classifierSession.js';

/** A trained network whose outputs metrics compare in place of samples. */
export interface Classifier {
  readonly name: string;
  /** SHA-256 of its weights. */
  readonly sha256: string;
  /** Share of held-out real samples of which it tells the class. */
  readonly accuracy: number;
  classify(samples: SampleRows): Promise<Classified>;
  dispose(): Promise<void>;
}
