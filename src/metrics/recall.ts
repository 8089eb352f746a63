import { defineMetric } from '../entries/metric.js';
import { schemas, type RecallMetric } from '../generated/metrics.js';
import { tooWide } from './shared/featureChoice.js';
import { neighbourhoods } from './shared/neighbourhoods.js';
import { shareWithError } from './shared/share.js';

/**
 * Share of real samples that lie nearer to some generated one than its k-th nearest generated one does, k = `neighbours`:
 * variety. A few outliers among the generated samples raise it.
 * @source Kynkäänniemi et al. 2019, arXiv:1904.06991, equation 2
 */
export const recall = defineMetric<RecallMetric>({
  type: 'recall',
  schema: schemas.recall,
  better: 'higher',
  features: ({ features }) => features,
  unfit: (data, _config, features) => tooWide(data, features),
  measure: (input, { neighbours }) =>
    shareWithError(neighbourhoods(input, neighbours).recall, input.real.count),
});
