import { defineMetric } from '../entries/metric.js';
import { schemas, type ClassHistogramMetric } from '../generated/metrics.js';
import { classCounts } from './shared/classCounts.js';
import { divergence } from './shared/divergence.js';

/**
 * Kullback–Leibler divergence, in nats, of the classes of generated samples from those of real ones, as the classifier sees
 * both: Σₖ pₖ log(pₖ / qₖ). A class without real samples counts as half a sample. For real samples the mean is about
 * (classes − 1) / samples.
 */
export const classHistogram = defineMetric<ClassHistogramMetric>({
  type: 'classHistogram',
  schema: schemas.classHistogram,
  better: 'lower',
  features: () => 'logits',
  measure({ real, generated }) {
    const [ofReal, ofGenerated] = [classCounts(real), classCounts(generated)];
    const value = divergence(
      ofGenerated,
      ofReal.map((count) => Math.max(count, 0.5)),
    );
    return { value, details: { real: ofReal, generated: ofGenerated } };
  },
});
