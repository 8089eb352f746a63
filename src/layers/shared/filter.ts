/**
 * Filters along one axis, with zeros put between values or values left out: `upfirdn` of signal processing.
 *
 * @source Karras et al. 2020, arXiv:1912.04958; `upfirdn_2d` of StyleGAN2
 */
import type { LayerContext } from '../../entries/entries.js';
import type { Tensor4D } from '../../tf.js';
import { matrixAlong } from './multiplyAxis.js';

/** What a filter does with one axis. */
export interface AxisFilter {
  /** Weights; output o takes inputs from last to first, as a convolution does in mathematics. */
  readonly taps: readonly number[];
  /** Each value is followed by `up` − 1 zeros before the filter. */
  readonly up: number;
  /** Every `down`-th value is kept after it. */
  readonly down: number;
  /** Zeros on either side; negative numbers cut values off. */
  readonly padding: readonly [before: number, after: number];
}

/** The weights divided by their sum, times `gain`. */
export function normalizedTaps(weights: readonly number[], gain = 1): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (gain * weight) / sum);
}

/** Size of an axis after a filter. */
export function filteredSize(size: number, { taps, up, down, padding }: AxisFilter): number {
  return Math.floor((size * up + padding[0] + padding[1] - taps.length) / down) + 1;
}

/** The filter as a matrix `[filteredSize, size]`, row by row. */
function filterMatrix(size: number, filter: AxisFilter): readonly number[] {
  const { taps, up, down, padding } = filter;
  return Array.from({ length: filteredSize(size, filter) }, (_, output) =>
    Array.from({ length: size }, (_value, input) => {
      const place = input * up + padding[0] - output * down;
      return taps[taps.length - 1 - place] ?? 0;
    }),
  ).flat();
}

/** Filters the rows and the columns of images, one after the other. */
export function filterImages(
  images: Tensor4D,
  filter: AxisFilter,
  constant: LayerContext['constant'],
): Tensor4D {
  const along = (x: Tensor4D, axis: 1 | 2): Tensor4D => {
    const matrix = filterMatrix(x.shape[axis], filter);
    const size = filteredSize(x.shape[axis], filter);
    return matrixAlong(x, axis, matrix, size, constant);
  };
  return along(along(images, 1), 2);
}
