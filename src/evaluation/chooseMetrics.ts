import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { DatasetDescription } from '../entries/dataset.js';
import { entryOf } from '../entries/entryOf.js';
import type { FeatureName, MetricEntry } from '../entries/metric.js';
import type { NetworkForm } from './backbone.js';
import type { Registry } from '../entries/registry.js';
import type { Tagged } from '../entries/tagged.js';
import { completed } from '../language/normalize/completed.js';

/** A metric that can measure the samples at hand. */
export interface ChosenMetric {
  readonly entry: MetricEntry;
  readonly config: Tagged;
  readonly compared: FeatureName;
  /** Samples on each side. */
  readonly samples: number;
}

/** The means that are at hand for metrics. */
export interface MetricSources {
  readonly registry: Registry;
  readonly data: DatasetDescription;
  /** True where the generator is told classes. */
  readonly conditional: boolean;
  /** The forms that a backbone gives. */
  readonly given: readonly NetworkForm[];
  /** Samples on each side in place of each metric's own number. */
  readonly count: number | undefined;
}

/** Variants that are measured beside the defaults: the score for batches of 10,000, and the distance of outputs. */
const variants = [
  { type: 'classifierScore', batch: 10_000, samples: 10_000 },
  { type: 'frechetDistance', features: 'logits' },
] as const;

/**
 * The metrics asked for; without any, all that fit.
 * @throws GanspecError GAN320 for one asked for that cannot measure the samples.
 */
export function chooseMetrics(
  asked: readonly Tagged[],
  sources: MetricSources,
): readonly ChosenMetric[] {
  if (asked.length > 0) {
    return asked.map((config) => {
      const chosen = choose(config, sources);
      if (typeof chosen === 'string') throw unfit(config, chosen);
      return chosen;
    });
  }
  const { registry, given } = sources;
  const types = registry.all('metric').map(({ type }) => type);
  const all = [...types, ...(given.includes('logits') ? variants : [])];
  return all
    .map((options) => choose(completed('metric', options, registry), sources))
    .filter((chosen) => typeof chosen !== 'string');
}

/** The metric, or the reason why it cannot be measured. */
function choose(config: Tagged, sources: MetricSources): ChosenMetric | string {
  const { registry, data, conditional, given, count } = sources;
  const entry = entryOf(registry, 'metric', config.type);
  if (entry.byClass && !conditional) return 'the generator is told no classes';
  const wanted = entry.features(config, data);
  if (wanted === 'logits' && !given.includes('logits')) return 'there is no classifier for them';
  const compared = wanted === 'features' && !given.includes('features') ? 'samples' : wanted;
  const reason = entry.unfit(data, config, compared);
  if (reason !== undefined) return reason;
  const { samples } = config as Tagged & { readonly samples: number };
  return { entry, config, compared, samples: count ?? samples };
}

function unfit({ type }: Tagged, reason: string): GanspecError {
  return new GanspecError(
    'GAN320',
    exitCodes.spec,
    `the metric "${type}" cannot measure these samples: ${reason}`,
    'Name metrics that fit, or none, for all that do; `ganspec metrics` lists them.',
  );
}
