import { defineMetric } from '../entries/metric.js';
import { schemas, type CoverageMetric } from '../generated/metrics.js';
import { tooWide } from './shared/featureChoice.js';
import { neighbourhoods } from './shared/neighbourhoods.js';
import { shareWithError } from './shared/share.js';

/**
 * Share of real samples with a generated one nearer than their k-th nearest real one, k = `neighbours`: variety. Real
 * samples have 1 − 2⁻ᵏ on average where both sides are equally many.
 * @source Naeem et al. 2020, arXiv:2002.09797, equation 6
 */
export const coverage = defineMetric<CoverageMetric>({
  type: 'coverage',
  schema: schemas.coverage,
  better: 'higher',
  features: ({ features }) => features,
  unfit: (data, _config, features) => tooWide(data, features),
  measure: (input, { neighbours }) =>
    shareWithError(neighbourhoods(input, neighbours).coverage, input.real.count),
});
