/** Sizes and padding of two-dimensional convolutions, for one axis and for pairs of height and width. */
import { InternalError } from '../diagnostics/errors.js';
import type { SpatialPadding } from './kernels.js';

/** Zeros before and after an axis. */
export type AxisPadding = readonly [number, number];
export type SpatialPair = readonly [number, number];

/** `same`: ⌈input / stride⌉ positions; `valid`: no zeros are added. */
export type PaddingRule = 'same' | 'valid';

/**
 * Number of positions of the kernel on a padded axis: `⌊(input + before + after − kernel) / stride⌋ + 1`.
 *
 * @returns 0 or less where the kernel is larger than the padded axis.
 */
export function convOutputSize(
  input: number,
  kernel: number,
  stride: number,
  [before, after]: AxisPadding,
): number {
  return Math.floor((input + before + after - kernel) / stride) + 1;
}

/**
 * Zeros that a padding rule adds to an axis. For `same`, `total = max((⌈input / stride⌉ − 1)·stride + kernel − input, 0)`,
 * of which the smaller half comes first.
 *
 * @source TensorFlow, "Neural network: convolution", the definition of SAME padding.
 */
export function axisPadding(
  rule: PaddingRule,
  input: number,
  kernel: number,
  stride: number,
): AxisPadding {
  if (rule === 'valid') return [0, 0];
  const total = Math.max((Math.ceil(input / stride) - 1) * stride + kernel - input, 0);
  const before = Math.floor(total / 2);
  return [before, total - before];
}

/** `axisPadding` of height and width. */
export function spatialPadding(
  rule: PaddingRule,
  input: SpatialPair,
  kernel: SpatialPair,
  strides: SpatialPair,
): SpatialPadding {
  return [
    axisPadding(rule, input[0], kernel[0], strides[0]),
    axisPadding(rule, input[1], kernel[1], strides[1]),
  ];
}

/** `convOutputSize` of height and width. */
export function convOutputSizes(
  input: SpatialPair,
  kernel: SpatialPair,
  strides: SpatialPair,
  padding: SpatialPadding,
): SpatialPair {
  return [
    convOutputSize(input[0], kernel[0], strides[0], padding[0]),
    convOutputSize(input[1], kernel[1], strides[1], padding[1]),
  ];
}

/**
 * Size of an axis after a transposed convolution: `input·stride` for `same`, `input·stride + max(kernel − stride, 0)` for `valid`.
 *
 * It is the input size of the convolution whose gradient this is; the padding of both is
 * `axisPadding(rule, result, kernel, stride)`.
 *
 * @source Keras, `deconv_output_length` without output padding.
 */
export function convTransposeOutputSize(
  rule: PaddingRule,
  input: number,
  kernel: number,
  stride: number,
): number {
  return input * stride + (rule === 'same' ? 0 : Math.max(kernel - stride, 0));
}

/**
 * Height and width of a shape `[batch, height, width, channels]` or of a filter `[height, width, in, out]`.
 *
 * @param first The axis of the height.
 * @throws InternalError where the shape has no such axes.
 */
export function spatialPair(shape: readonly number[], first: 0 | 1): SpatialPair {
  const [height, width] = shape.slice(first, first + 2);
  if (height === undefined || width === undefined) {
    throw new InternalError(`the shape [${shape.join(',')}] has no height and width`);
  }
  return [height, width];
}
