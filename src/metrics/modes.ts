import { defineMetric } from '../entries/metric.js';
import { schemas, type ModesMetric } from '../generated/metrics.js';
import { nearestCentres, withoutMixture } from './shared/nearestCentres.js';

/**
 * Number of the Gaussians of the data that some generated point belongs to: one within three standard deviations of its
 * nearest centre.
 * @source Lin et al. 2018 (PacGAN), arXiv:1712.04086, section 4.1
 */
export const modes = defineMetric<ModesMetric>({
  type: 'modes',
  schema: schemas.modes,
  better: 'higher',
  unfit: withoutMixture,
  measure(input) {
    const { near } = nearestCentres(input);
    return { value: near.filter((count) => count > 0).length, details: { points: near } };
  },
});
