import { defineMetric } from '../entries/metric.js';
import { schemas, type ReverseKLMetric } from '../generated/metrics.js';
import { divergence } from './shared/divergence.js';
import { nearestCentres, withoutMixture } from './shared/nearestCentres.js';

/**
 * Kullback–Leibler divergence, in nats, of the Gaussians that generated points are nearest to from equal shares:
 * Σₖ pₖ log(pₖ K), where pₖ is the share of the points nearest to centre k of K.
 * @source Lin et al. 2018 (PacGAN), arXiv:1712.04086, section 4.1
 */
export const reverseKL = defineMetric<ReverseKLMetric>({
  type: 'reverseKL',
  schema: schemas.reverseKL,
  better: 'lower',
  unfit: withoutMixture,
  measure(input) {
    const { counts } = nearestCentres(input);
    const value = divergence(
      counts,
      counts.map(() => 1),
    );
    return { value, details: { points: counts } };
  },
});
