/** The kind `metric`: numbers that compare generated samples with real ones. */
import type { HostConfig } from './config.js';
import { requireComplete } from './complete.js';
import type { DatasetDescription } from './dataset.js';
import type { Definition, EntryBase, KindRecord } from './kind.js';
import { isMeasurement } from './measurement.js';
import { expects } from './resultCheck.js';
import { known, type Tagged } from './tagged.js';
import { metricTemplate } from './templates/metric.js';

/** Numbers that stand for a sample: its own, the outputs of a classifier, or what its layer before the last gives. */
const featureNames = ['samples', 'logits', 'features'] as const;
export type FeatureName = (typeof featureNames)[number];

/** Samples of one side, one row of numbers for each. */
export interface SampleRows {
  readonly count: number;
  /** Numbers in a row. */
  readonly width: number;
  /** `count · width` numbers, row by row. */
  readonly numbers: Float32Array;
  /** Class of each sample, where they have one. */
  readonly labels?: Int32Array;
}

/** Real and generated samples in the same form. */
export interface MetricInput {
  readonly real: SampleRows;
  readonly generated: SampleRows;
  readonly data: DatasetDescription;
  /** The form of the rows. */
  readonly features: FeatureName;
  /** Seed of all random choices of a metric. */
  readonly seed: number;
}

export interface Measurement {
  readonly value: number;
  /** Standard error of the value, where one can be told from these samples. */
  readonly standardError?: number;
  /** Numbers behind the value, such as a histogram. */
  readonly details?: Readonly<Record<string, number | readonly number[]>>;
}

export interface MetricEntry extends EntryBase<'metric'> {
  /** Direction in which values get better. */
  readonly better: 'lower' | 'higher';
  /** Compares samples of the same class, so the generator must be told classes. */
  readonly byClass: boolean;
  /** The form that samples are wanted in; where no classifier is at hand, `features` stand back for the samples themselves. */
  features(config: Tagged, data: DatasetDescription): FeatureName;
  /** The reason why such data cannot be measured, as in `they are no images`; undefined where they can. @param features The form that the rows will have. */
  unfit(data: DatasetDescription, config: Tagged, features: FeatureName): string | undefined;
  /** Compares samples: a pure function, which leaves them as they are. */
  measure(input: MetricInput, config: Tagged): Measurement;
}

/** See `MetricEntry` for the meaning of each part. */
export interface MetricDefinition<C extends Tagged> extends Definition {
  readonly better: 'lower' | 'higher';
  /** Default: false. */
  readonly byClass?: boolean;
  /** Default: `samples`. */
  features?(config: HostConfig<C>, data: DatasetDescription): FeatureName;
  /** Default: all data can be measured. */
  unfit?(
    data: DatasetDescription,
    config: HostConfig<C>,
    features: FeatureName,
  ): string | undefined;
  measure(input: MetricInput, config: HostConfig<C>): Measurement;
}

/** Makes a metric. */
export function defineMetric<C extends Tagged>(definition: MetricDefinition<C>): MetricEntry {
  requireComplete(
    'defineMetric',
    definition,
    ['better', 'measure'],
    ['byClass', 'features', 'unfit'],
  );
  return {
    kind: 'metric',
    type: definition.type,
    schema: definition.schema,
    better: definition.better,
    byClass: definition.byClass ?? false,
    features: (config, data) => definition.features?.(known(config), data) ?? 'samples',
    unfit: (data, config, features) => definition.unfit?.(data, known(config), features),
    measure: (input, config) => definition.measure(input, known(config)),
  };
}

export const metricKind: KindRecord<MetricEntry> = {
  folder: 'metrics',
  makers: { defineMetric },
  hookResults: {
    features: expects('"samples", "logits" or "features"', (value) =>
      featureNames.some((name) => name === value),
    ),
    unfit: expects(
      'a reason, or undefined',
      (value) => value === undefined || typeof value === 'string',
    ),
    measure: isMeasurement,
  },
  sharedOptions: {
    samples: {
      type: 'integer',
      minimum: 2,
      default: 5000,
      description: 'Samples that are measured on each side, or all where there are fewer.',
      otherNames: ['count', 'n', 'numSamples', 'sampleCount', 'numImages'],
    },
  },
  template: metricTemplate,
};
