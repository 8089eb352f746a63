import { defineMetric } from '../entries/metric.js';
import { schemas, type HighQualityMetric } from '../generated/metrics.js';
import { nearestCentres, withoutMixture } from './shared/nearestCentres.js';
import { shareWithError } from './shared/share.js';

/**
 * Share of generated points within three standard deviations of their nearest centre. Real points of the plane have
 * 1 − exp(−4.5) = 98.9 %.
 * @source Lin et al. 2018 (PacGAN), arXiv:1712.04086, section 4.1
 */
export const highQuality = defineMetric<HighQualityMetric>({
  type: 'highQuality',
  schema: schemas.highQuality,
  better: 'higher',
  unfit: withoutMixture,
  measure(input) {
    const { near } = nearestCentres(input);
    const { count } = input.generated;
    return shareWithError(near.reduce((sum, each) => sum + each, 0) / count, count);
  },
});
