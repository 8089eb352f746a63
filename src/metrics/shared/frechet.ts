import type { Measurement, SampleRows } from '../../entries/metric.js';
import { covariance, meanRow } from './moments.js';
import { traceOfRoot } from './traceOfRoot.js';

/** ‖μ₁ − μ₂‖² + tr(Σ₁ + Σ₂ − 2 (Σ₁ Σ₂)^½) of the means and covariances of two sets of rows, and its two parts. */
export function frechet(real: SampleRows, generated: SampleRows): Measurement {
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
}
