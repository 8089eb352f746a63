import { schema, type GridDataset } from '../generated/datasets/grid.js';
import { defineDataset } from '../entries/define.js';
import { gaussianMixture, type Point } from './shared/gaussianMixture.js';

/** A square grid of Gaussians in the plane: a data set whose modes can be counted. @source Lin et al. 2018 (PacGAN), arXiv:1712.04086, section 4.1 */
export const grid = defineDataset<GridDataset>({
  type: 'grid',
  schema,
  describe: ({ count, side }) => ({ shape: [2], range: null, count, classes: side * side }),
  open: ({ side, spacing, stddev, count }, { seed }) =>
    gaussianMixture({ centres: gridCentres(side, spacing), stddev, count, name: 'grid', seed }),
});

/** Mode side·i + j lies at spacing·(i − (side − 1)/2, j − (side − 1)/2). */
export function gridCentres(side: number, spacing: number): readonly Point[] {
  const along = Array.from({ length: side }, (_, i) => spacing * (i - (side - 1) / 2));
  return along.flatMap((x) => along.map((y): Point => [x, y]));
}
