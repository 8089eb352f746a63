import { schemas, type SwissRollDataset } from '../generated/datasets.js';
import { drawInto } from '../random/draw.js';
import { defineDataset, type DatasetDescription } from '../entries/dataset.js';
import { rowReader } from './shared/rowReader.js';

/** First and last angle of the roll. */
const [first, last] = [1.5 * Math.PI, 4.5 * Math.PI];

/**
 * Two-dimensional Swiss roll: noisy points on a spiral.
 *
 *   t ~ U[1.5π, 4.5π),   point = radius · t/4.5π · (cos t, sin t) + stddev · z,   z ~ N(0, I)
 *
 * @source Gulrajani et al. 2017, arXiv:1704.00028, figure 1, with scikit-learn's make_swiss_roll without its second axis
 */
export const swissRoll = defineDataset<SwissRollDataset>({
  type: 'swissRoll',
  schema: schemas.swissRoll,
  describe,
  open({ radius, stddev, count }, { seed }) {
    const angles = new Float32Array(count);
    const turn = { kind: 'uniform', low: first, high: last } as const;
    drawInto(angles, turn, [count], { seed, stream: 'data/swissRoll/angle', step: 0 });
    const points = new Float32Array(2 * count);
    const offset = { kind: 'normal', mean: 0, stddev } as const;
    drawInto(points, offset, [count, 2], { seed, stream: 'data/swissRoll/offset', step: 0 });
    angles.forEach((t, i) => {
      const distance = (radius * t) / last;
      points[2 * i] = (points[2 * i] ?? 0) + distance * Math.cos(t);
      points[2 * i + 1] = (points[2 * i + 1] ?? 0) + distance * Math.sin(t);
    });
    return { ...describe({ count }), read: rowReader(points, 2) };
  },
});

function describe({ count }: { readonly count: number }): DatasetDescription {
  return { shape: [2], range: null, count, classes: null };
}
