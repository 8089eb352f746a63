import { drawCategory, drawInto } from '../../random/draw.js';
import type { DatasetDescription, LoadedDataset } from '../../entries/dataset.js';
import { labelReader } from './labelReader.js';

/** Centre of a Gaussian in the plane. */
export type Point = readonly [x: number, y: number];

interface CountedMixture {
  readonly centres: readonly Point[];
  /** Standard deviation along each axis. */
  readonly stddev: number;
  readonly count: number;
}

export interface GaussianMixture extends CountedMixture {
  /** Prefix of the random streams `data/<name>/class` and `data/<name>/offset`. */
  readonly name: string;
  readonly seed: number;
}

/** Description of such a data set. */
export function describeMixture({ centres, stddev, count }: CountedMixture): DatasetDescription {
  const { length: classes } = centres;
  return { shape: [2], range: null, count, classes, mixture: { centres, stddev } };
}

/**
 * Data set of points `[2]` from a mixture of equally likely Gaussians in the plane; the class of a point is the index of
 * its centre.
 *
 *   point = centre[class] + stddev · z,   class uniform, z ~ N(0, I)
 */
export function gaussianMixture(mixture: GaussianMixture): LoadedDataset {
  const { centres, stddev, count, name, seed } = mixture;
  const classes = new Int32Array(count);
  drawCategory(classes, centres.length, { seed, stream: `data/${name}/class`, step: 0 });
  const points = new Float32Array(2 * count);
  const offsets = { kind: 'normal', mean: 0, stddev } as const;
  drawInto(points, offsets, [count, 2], { seed, stream: `data/${name}/offset`, step: 0 });
  classes.forEach((label, i) => {
    const [x, y] = centres[label] ?? [0, 0];
    points[2 * i] = x + (points[2 * i] ?? 0);
    points[2 * i + 1] = y + (points[2 * i + 1] ?? 0);
  });
  return {
    ...describeMixture(mixture),
    read(indices, out) {
      for (let i = 0; i < indices.length; i++) {
        const start = 2 * (indices[i] ?? 0);
        out[2 * i] = points[start] ?? 0;
        out[2 * i + 1] = points[start + 1] ?? 0;
      }
    },
    readLabels: labelReader(classes),
  };
}
