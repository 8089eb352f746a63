import type { DatasetDescription } from '../entries/dataset.js';
import { defineMetric, type SampleRows } from '../entries/metric.js';
import { schemas, type MsSsimMetric } from '../generated/metrics.js';
import { meanWithError } from './shared/meanWithError.js';
import { fittingScales, multiScaleSimilarity, type Plane } from './shared/structuralSimilarity.js';

/**
 * Mean multi-scale structural similarity of pairs of generated images, and of their channels: 1 where all are the same.
 * Compare with the value of real images, which is among the details: higher than that is a lack of variety.
 * @source Odena, Olah & Shlens 2017, arXiv:1610.09585, section 4.2
 */
export const msSsim = defineMetric<MsSsimMetric>({
  type: 'msSsim',
  schema: schemas.msSsim,
  better: 'lower',
  unfit({ shape, range }) {
    const [height = 0, width = 0] = shape;
    if (shape.length !== 3) return 'they are no images';
    if (range === null) return 'their values have no bounds';
    return fittingScales(height, width) === 0
      ? 'their sides are shorter than 11 pixels'
      : undefined;
  },
  measure({ real, generated, data }, { pairs }) {
    const ofReal = meanWithError(similarities(real, data, pairs)).value;
    return { ...meanWithError(similarities(generated, data, pairs)), details: { real: ofReal } };
  },
});

/** Similarities of disjoint pairs: each sample of the first half with one of the second. */
function similarities(
  rows: SampleRows,
  data: DatasetDescription,
  pairs: number,
): readonly number[] {
  const [low, high] = data.range ?? [0, 1];
  const half = Math.floor(rows.count / 2);
  return Array.from({ length: Math.min(pairs, half) }, (_, i) => {
    const [x, y] = [planesOf(rows, i, data), planesOf(rows, half + i, data)];
    const all = x.map((plane, k) => multiScaleSimilarity(plane, y[k] ?? plane, high - low));
    return all.reduce((sum, each) => sum + each, 0) / all.length;
  });
}

/** The channels of an image, with 0 as the smallest value. */
function planesOf(rows: SampleRows, row: number, data: DatasetDescription): readonly Plane[] {
  const [height = 0, width = 0, channels = 0] = data.shape;
  const image = rows.numbers.subarray(row * rows.width, (row + 1) * rows.width);
  return Array.from({ length: channels }, (_, channel) => ({
    height,
    width,
    values: Float64Array.from(
      { length: height * width },
      (_, i) => (image[i * channels + channel] ?? 0) - (data.range?.[0] ?? 0),
    ),
  }));
}
