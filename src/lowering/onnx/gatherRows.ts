/** Gathers rows of channels from images, for im2col, upsampling and scattering. */
import { InternalError } from '../../diagnostics/errors.js';
import type { OnnxBuilder, OnnxValue } from './onnxBuilder.js';

/**
 * Takes, in every image, the channels at the given positions.
 *
 * @param x `[batch, height, width, channels]` or `[batch, positions, channels]`.
 * @param positions Positions in row-major order; one past the last stands for a row of zeros.
 * @returns `[batch, positions.length, channels]`
 */
export function gatherRows(x: OnnxValue, positions: Int32Array, onnx: OnnxBuilder): OnnxValue {
  const [batch, ...rest] = x.shape;
  const channels = rest.at(-1);
  if (batch === undefined || channels === undefined) {
    throw new InternalError(`gatherRows takes images, got shape [${x.shape.join()}]`);
  }
  const count = rest.slice(0, -1).reduce((product, size) => product * size, 1);
  const rows = onnx.reshape(x, [batch, count, channels]);
  if (positions.length === count && positions.every((position, at) => position === at)) return rows;
  const source = positions.includes(count) ? withZeroRow(rows, batch, count, channels, onnx) : rows;
  return onnx.op('Gather', [source, onnx.indices(positions)], {
    shape: [batch, positions.length, channels],
    attributes: { axis: { i: 1 } },
  });
}

function withZeroRow(
  rows: OnnxValue,
  batch: number,
  count: number,
  channels: number,
  onnx: OnnxBuilder,
): OnnxValue {
  const zeros = onnx.scalar(0, 'float32', [batch, 1, channels]);
  return onnx.op('Concat', [rows, zeros], {
    shape: [batch, count + 1, channels],
    attributes: { axis: { i: 1 } },
  });
}
