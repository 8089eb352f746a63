import type { FeatureName, Measurement } from '../entries/metric.js';
import type { Tagged } from '../entries/tagged.js';
import type { Backbone } from './backbone.js';

/** A measured metric, with all that its number depends on. */
export interface MetricResult extends Measurement {
  /** The metric with its options. */
  readonly metric: Tagged;
  readonly better: 'lower' | 'higher';
  /** The numbers that were compared. */
  readonly compared: FeatureName;
  /** Samples on each side. */
  readonly count: number;
  /** The value of real samples beside other real ones, as many on each side. */
  readonly noiseFloor: { readonly value: number; readonly count: number };
}

/** The network whose outputs were compared. */
export type BackboneFacts = Pick<
  Backbone,
  'name' | 'sha256' | 'accuracy' | 'layer' | 'preprocessing'
>;

/** The metrics of a GAN, with all that they are of. */
export interface GanEvaluation {
  /** Iterations of training done. */
  readonly step: number;
  /** Weights that the samples are of. */
  readonly weights: 'average' | 'latest';
  readonly seed: number;
  /** The data set, with its options. */
  readonly data: Tagged;
  /** Null where samples themselves were compared. */
  readonly backbone: BackboneFacts | null;
  readonly metrics: readonly MetricResult[];
}
