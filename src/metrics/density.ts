import { defineMetric } from '../entries/metric.js';
import { schemas, type DensityMetric } from '../generated/metrics.js';
import { tooWide } from './shared/featureChoice.js';
import { neighbourhoods } from './shared/neighbourhoods.js';

/**
 * Mean number of real samples whose k nearest real ones reach as far as a generated sample, divided by k = `neighbours`:
 * fidelity. About 1 for real samples; more where generated ones gather in dense places.
 * @source Naeem et al. 2020, arXiv:2002.09797, equation 5
 */
export const density = defineMetric<DensityMetric>({
  type: 'density',
  schema: schemas.density,
  better: 'higher',
  features: ({ features }) => features,
  unfit: (data, _config, features) => tooWide(data, features),
  measure: (input, { neighbours }) => ({ value: neighbourhoods(input, neighbours).density }),
});
