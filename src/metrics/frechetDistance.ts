import { defineMetric } from '../entries/metric.js';
import { schemas, type FrechetDistanceMetric } from '../generated/metrics.js';
import { tooWide } from './shared/featureChoice.js';
import { frechet } from './shared/frechet.js';

/**
 * Fréchet distance of Gaussians with the means and covariances of the rows, squared as is customary:
 *
 *   ‖μ₁ − μ₂‖² + tr(Σ₁ + Σ₂ − 2 (Σ₁ Σ₂)^½)
 *
 * It gets larger with fewer samples, so values compare at equal numbers of samples only.
 * @source Heusel et al. 2017, arXiv:1706.08500, equation 6
 */
export const frechetDistance = defineMetric<FrechetDistanceMetric>({
  type: 'frechetDistance',
  schema: schemas.frechetDistance,
  better: 'lower',
  features: ({ features }) => features,
  unfit: (data, _config, features) => tooWide(data, features),
  measure: ({ real, generated }) => frechet(real, generated),
});
