import { schemas, type GridDataset } from '../generated/datasets.js';
import { defineDataset } from '../entries/dataset.js';
import { describeMixture, gaussianMixture, type Point } from './shared/gaussianMixture.js';

/** Mixture of Gaussians on a square grid in the plane: a data set with countable modes. @source Lin et al. 2018 (PacGAN), arXiv:1712.04086, section 4.1 */
export const grid = defineDataset<GridDataset>({
  type: 'grid',
  schema: schemas.grid,
  describe: ({ side, spacing, ...rest }) =>
    describeMixture({ centres: gridCentres(side, spacing), ...rest }),
  open: ({ side, spacing, stddev, count }, { seed }) =>
    gaussianMixture({ centres: gridCentres(side, spacing), stddev, count, name: 'grid', seed }),
});

/** Centres of the modes: mode side·i + j lies at spacing·(i − (side − 1)/2, j − (side − 1)/2). */
export function gridCentres(side: number, spacing: number): readonly Point[] {
  const coordinates = Array.from({ length: side }, (_, i) => spacing * (i - (side - 1) / 2));
  return coordinates.flatMap((x) => coordinates.map((y): Point => [x, y]));
}
