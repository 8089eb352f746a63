/** Moves rows of channels of images, for im2col, upsampling, scattering, phases and tiles. */
import { InternalError } from '../../diagnostics/errors.js';
import { sizeOf } from '../../ir/tensorType.js';
import type { OnnxBuilder, OnnxValue } from './onnxBuilder.js';

/**
 * Takes, in every image, the channels at the given positions.
 *
 * @param x `[batch, height, width, channels]` or `[batch, positions, channels]`.
 * @param positions Positions in row-major order; one past the last stands for a row of zeros.
 * @returns `[batch, positions.length, channels]`
 */
export function gatherRows(x: OnnxValue, positions: Int32Array, onnx: OnnxBuilder): OnnxValue {
  const { batch, count, channels } = rowsOf(x);
  const rows = onnx.reshape(x, [batch, count, channels]);
  if (positions.length === count && positions.every((position, at) => position === at)) return rows;
  return onnx.op('Gather', [rowsToTake(rows, positions, onnx), onnx.indices(positions)], {
    shape: [batch, positions.length, channels],
    attributes: { axis: { i: 1 } },
  });
}

/** `[batch, positions, channels]`, with a row of zeros at the end of every image if any of `taken` is one past the last. */
export function rowsToTake(x: OnnxValue, taken: Int32Array, onnx: OnnxBuilder): OnnxValue {
  const { batch, count, channels } = rowsOf(x);
  const rows = onnx.reshape(x, [batch, count, channels]);
  if (!taken.includes(count)) return rows;
  return concatRows([rows, onnx.scalar(0, 'float32', [batch, 1, channels])], onnx);
}

function rowsOf({ shape }: OnnxValue): { batch: number; count: number; channels: number } {
  const [batch, ...rest] = shape;
  const channels = rest.at(-1);
  if (batch === undefined || channels === undefined) {
    throw new InternalError(`images have at least two axes, got shape [${shape.join()}]`);
  }
  return { batch, count: sizeOf(rest.slice(0, -1)), channels };
}

/**
 * Brings rows into row-major order.
 *
 * @param rows `[batch, order.length, channels]`
 * @param order The position of each row; rows whose position is past the last are left out.
 * @param positions Positions of an image; those without a row are 0.
 * @returns `[batch, positions, channels]`
 */
export function placeRows(
  rows: OnnxValue,
  order: Int32Array,
  positions: number,
  onnx: OnnxBuilder,
): OnnxValue {
  const sources = new Int32Array(positions).fill(order.length);
  order.forEach((position, row) => {
    if (position < positions) sources[position] = row;
  });
  return gatherRows(rows, sources, onnx);
}

/** Puts the rows `[batch, rows, channels]` of several tensors one after the other. */
export function concatRows(parts: readonly OnnxValue[], onnx: OnnxBuilder): OnnxValue {
  const [first] = parts;
  const [batch, , channels] = first?.shape ?? [];
  if (first === undefined || batch === undefined || channels === undefined) {
    throw new InternalError('concatRows takes at least one tensor of three axes');
  }
  if (parts.length === 1) return first;
  const rows = parts.reduce((sum, { shape }) => sum + (shape[1] ?? 0), 0);
  return onnx.op('Concat', parts, {
    shape: [batch, rows, channels],
    attributes: { axis: { i: 1 } },
  });
}
