/** Sizes of one convolution, and which input position each tap of the filter meets. */
import { InternalError } from '../../diagnostics/errors.js';
import type { ConvAttributes } from '../../ir/kernels.js';
import type { Shape } from '../../ir/tensorType.js';

/** `y[batch, outHeight, outWidth, filters]` from `x[batch, height, width, channels]`. */
export interface ConvGeometry extends ConvAttributes {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly filters: number;
}

/** The geometry of a convolution from the shapes of its image, filter and result. */
export function geometryOf(
  x: Shape,
  filter: Shape,
  y: Shape,
  { strides, padding }: ConvAttributes,
): ConvGeometry {
  const [batch, height, width, channels] = x;
  const [kernelHeight, kernelWidth] = filter;
  const [, outHeight, outWidth, filters] = y;
  const sizes = { batch, height, width, channels, kernelHeight, kernelWidth, outHeight, outWidth };
  const all = { ...sizes, filters, strides, padding };
  if (!isWhole(all)) throw new InternalError('a convolution of tensors that are not images');
  return all;
}

function isWhole(sizes: {
  [K in keyof ConvGeometry]: ConvGeometry[K] | undefined;
}): sizes is ConvGeometry {
  return Object.values(sizes).every((size) => size !== undefined);
}

/** Taps of the filter: kernelHeight · kernelWidth. */
export function tapsOf({ kernelHeight, kernelWidth }: ConvGeometry): number {
  return kernelHeight * kernelWidth;
}

/** Positions of the result in one image. */
export function outPositionsOf({ outHeight, outWidth }: ConvGeometry): number {
  return outHeight * outWidth;
}

/** Positions of the input in one image. */
export function inPositionsOf({ height, width }: ConvGeometry): number {
  return height * width;
}

/** The input position that a tap meets at an output position; `undefined` on the padding. */
export function meets(geometry: ConvGeometry, out: number, tap: number): number | undefined {
  const { strides, padding, outWidth, kernelWidth, height, width } = geometry;
  const row =
    Math.floor(out / outWidth) * strides[0] + Math.floor(tap / kernelWidth) - padding[0][0];
  const column = (out % outWidth) * strides[1] + (tap % kernelWidth) - padding[1][0];
  const inside = row >= 0 && row < height && column >= 0 && column < width;
  return inside ? row * width + column : undefined;
}
