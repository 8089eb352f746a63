import { schemas, type RingDataset } from '../generated/datasets.js';
import { defineDataset } from '../entries/dataset.js';
import { describeMixture, gaussianMixture, type Point } from './shared/gaussianMixture.js';

/** Mixture of Gaussians on a circle in the plane: a data set with countable modes. @source Lin et al. 2018 (PacGAN), arXiv:1712.04086, section 4.1 */
export const ring = defineDataset<RingDataset>({
  type: 'ring',
  schema: schemas.ring,
  describe: ({ modes, radius, ...rest }) =>
    describeMixture({ centres: ringCentres(modes, radius), ...rest }),
  open: ({ modes, radius, stddev, count }, { seed }) =>
    gaussianMixture({ centres: ringCentres(modes, radius), stddev, count, name: 'ring', seed }),
});

/** Centres of the modes: mode k lies at radius·(cos 2πk/modes, sin 2πk/modes). */
export function ringCentres(modes: number, radius: number): readonly Point[] {
  return Array.from({ length: modes }, (_, k) => {
    const angle = (2 * Math.PI * k) / modes;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}
