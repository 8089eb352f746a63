import { defineMetric } from '../entries/metric.js';
import { schemas, type ReverseKLMetric } from '../generated/metrics.js';
import { divergence } from './shared/divergence.js';
import { modeCounts, modeForm, withoutModes } from './shared/modeCounts.js';

/**
 * Kullback–Leibler divergence, in nats, of the modes of generated samples from equal shares: Σₖ pₖ log(pₖ K), where pₖ is the
 * share of mode k of K: of the points that are nearest to its centre, or of the samples that the classifier gives its class.
 * @source Lin et al. 2018 (PacGAN), arXiv:1712.04086, sections 4.1 and 4.2
 */
export const reverseKL = defineMetric<ReverseKLMetric>({
  type: 'reverseKL',
  schema: schemas.reverseKL,
  better: 'lower',
  features: (_config, data) => modeForm(data),
  unfit: withoutModes,
  measure(input) {
    const { counts } = modeCounts(input);
    const value = divergence(
      counts,
      counts.map(() => 1),
    );
    return { value, details: { samples: counts } };
  },
});
