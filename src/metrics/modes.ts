import { defineMetric } from '../entries/metric.js';
import { schemas, type ModesMetric } from '../generated/metrics.js';
import { modeCounts, modeForm, withoutModes } from './shared/modeCounts.js';

/**
 * Number of modes of the data that some generated sample belongs to: of points the Gaussians with one within three standard
 * deviations of its nearest centre, of other data the classes that the classifier gives to one.
 * @source Lin et al. 2018 (PacGAN), arXiv:1712.04086, sections 4.1 and 4.2
 */
export const modes = defineMetric<ModesMetric>({
  type: 'modes',
  schema: schemas.modes,
  better: 'higher',
  features: (_config, data) => modeForm(data),
  unfit: withoutModes,
  measure(input) {
    const { near } = modeCounts(input);
    return { value: near.filter((count) => count > 0).length, details: { samples: near } };
  },
});
