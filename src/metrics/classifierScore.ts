import { defineMetric, type SampleRows } from '../entries/metric.js';
import { schemas, type ClassifierScoreMetric } from '../generated/metrics.js';
import { meanWithError } from './shared/meanWithError.js';
import { logProbabilities } from './shared/softmax.js';

/**
 * Inception score with the classifier at hand: exp(mean KL(p(y|x) ‖ p(y))), where p(y) is the mean of p(y|x) over a batch.
 * The mean over batches, with its standard error. It grows with the batch size: a perfect classifier of ten equally likely
 * classes gives 8.61 for batches of 32, and 10 at most.
 * @source Salimans et al. 2016, arXiv:1606.03498, section 4
 */
export const classifierScore = defineMetric<ClassifierScoreMetric>({
  type: 'classifierScore',
  schema: schemas.classifierScore,
  better: 'higher',
  features: () => 'logits',
  measure({ generated }, { batch }) {
    const size = Math.min(batch, generated.count);
    const batches = Math.floor(generated.count / size);
    const scores = Array.from({ length: batches }, (_, k) => scoreOf(generated, k * size, size));
    return { ...meanWithError(scores), details: { batches, batch: size } };
  },
});

function scoreOf(logits: SampleRows, first: number, count: number): number {
  const rows = Array.from({ length: count }, (_, i) => logProbabilities(logits, first + i));
  const mean = Array.from({ length: logits.width }, (_, k) =>
    rows.reduce((sum, row) => sum + Math.exp(row[k] ?? 0) / count, 0),
  );
  const divergences = rows.map((row) =>
    row.reduce((sum, log, k) => sum + Math.exp(log) * (log - Math.log(mean[k] ?? 1)), 0),
  );
  return Math.exp(divergences.reduce((sum, each) => sum + each, 0) / count);
}
