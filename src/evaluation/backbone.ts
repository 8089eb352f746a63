import type { FeatureName, SampleRows } from '../entries/metric.js';

/** Forms of samples that a network gives. */
export type NetworkForm = Exclude<FeatureName, 'samples'>;

/** A trained network whose outputs metrics compare in place of samples. */
export interface Backbone {
  readonly name: string;
  /** SHA-256 of its weights, of a user's model of the file. */
  readonly sha256: string;
  /** Share of held-out real samples of which a classifier tells the class. */
  readonly accuracy?: number;
  /** The tensor of a user's model that is compared, and how samples are brought into the form of its images. */
  readonly layer?: string;
  readonly preprocessing?: string;
  /** The forms that it gives. */
  readonly gives: readonly NetworkForm[];
  /** The outputs for samples. */
  outputs(samples: SampleRows): Promise<Partial<Record<NetworkForm, SampleRows>>>;
  dispose(): Promise<void>;
}
