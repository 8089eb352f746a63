/**
 * FIR filters along one axis with upsampling before and downsampling after: `upfirdn` of signal processing.
 *
 * @source Karras et al. 2020, arXiv:1912.04958; `upfirdn_2d` of StyleGAN2
 */
import type { LayerContext } from '../../entries/layerContext.js';
import type { Tensor4D } from '../../tf.js';
import { multiplyAxis } from './multiplyAxis.js';

/** Upsampling, filter, padding and downsampling of one axis. */
export interface AxisFilter {
  /** Filter weights, applied in reversed order, as in a mathematical convolution. */
  readonly taps: readonly number[];
  /** Upsampling factor: `up` − 1 zeros are inserted after each value before the filter. */
  readonly up: number;
  /** Downsampling factor: every `down`-th value is kept after the filter. */
  readonly down: number;
  /** Zeros on either side; negative numbers crop. */
  readonly padding: readonly [before: number, after: number];
}

/** Weights normalized to sum `gain`. */
export function normalizedTaps(weights: readonly number[], gain = 1): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (gain * weight) / sum);
}

/** Size of an axis after the filter. */
export function filteredSize(size: number, { taps, up, down, padding }: AxisFilter): number {
  return Math.floor((size * up + padding[0] + padding[1] - taps.length) / down) + 1;
}

/** The filter as a matrix `[filteredSize, size]` in row-major order. */
function filterMatrix(size: number, filter: AxisFilter): readonly number[] {
  const { taps, up, down, padding } = filter;
  return Array.from({ length: filteredSize(size, filter) }, (_, output) =>
    Array.from({ length: size }, (_value, input) => {
      const offset = input * up + padding[0] - output * down;
      return taps[taps.length - 1 - offset] ?? 0;
    }),
  ).flat();
}

/** Filters images along both spatial axes, one after the other. */
export function filterImages(
  images: Tensor4D,
  filter: AxisFilter,
  constant: LayerContext['constant'],
): Tensor4D {
  const along = (x: Tensor4D, axis: 1 | 2): Tensor4D => {
    const matrix = filterMatrix(x.shape[axis], filter);
    const size = filteredSize(x.shape[axis], filter);
    return multiplyAxis(x, axis, matrix, size, constant);
  };
  return along(along(images, 1), 2);
}
