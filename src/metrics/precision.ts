import { defineMetric } from '../entries/metric.js';
import { schemas, type PrecisionMetric } from '../generated/metrics.js';
import { tooWide } from './shared/featureChoice.js';
import { neighbourhoods } from './shared/neighbourhoods.js';
import { shareWithError } from './shared/share.js';

/**
 * Share of generated samples that lie nearer to some real one than its k-th nearest real one does, k = `neighbours`:
 * fidelity. 1 at best; noise far from the data has 0.
 * @source Kynkäänniemi et al. 2019, arXiv:1904.06991, equation 2
 */
export const precision = defineMetric<PrecisionMetric>({
  type: 'precision',
  schema: schemas.precision,
  better: 'higher',
  features: ({ features }) => features,
  unfit: (data, _config, features) => tooWide(data, features),
  measure: (input, { neighbours }) =>
    shareWithError(neighbourhoods(input, neighbours).precision, input.generated.count),
});
