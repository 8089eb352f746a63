import { defineMetric } from '../entries/metric.js';
import { schemas, type FrechetDistanceMetric } from '../generated/metrics.js';
import { tooWide } from './shared/featureChoice.js';
import { covariance, meanRow } from './shared/moments.js';
import { traceOfRoot } from './shared/traceOfRoot.js';

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
  measure({ real, generated }) {
    const means = [meanRow(real), meanRow(generated)] as const;
    const ofMeans = means[0].reduce((sum, mean, j) => sum + (mean - (means[1][j] ?? 0)) ** 2, 0);
    const [first, second] = [covariance(real, means[0]), covariance(generated, means[1])];
    let traces = 0;
    for (let j = 0; j < first.size; j++) {
      traces +=
        (first.values[j * (first.size + 1)] ?? 0) + (second.values[j * (first.size + 1)] ?? 0);
    }
    const ofCovariances = traces - 2 * traceOfRoot(first, second);
    return { value: ofMeans + ofCovariances, details: { ofMeans, ofCovariances } };
  },
});
