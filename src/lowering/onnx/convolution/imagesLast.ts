/** Images turned so that one position of all of them is one row: few channels then still make long rows. */
import { InternalError } from '../../../diagnostics/errors.js';
import { sizeOf } from '../../../ir/tensorType.js';
import type { OnnxBuilder, OnnxValue } from '../onnxBuilder.js';

/** `[batch, positions…, channels]` to `[1, positions, channels · batch]`. */
export function imagesLast(x: OnnxValue, onnx: OnnxBuilder): OnnxValue {
  const [batch, ...rest] = x.shape;
  const channels = rest.at(-1);
  if (batch === undefined || channels === undefined) {
    throw new InternalError(`imagesLast takes images, got shape [${x.shape.join()}]`);
  }
  const inner = sizeOf(rest);
  const turned = transpose(onnx.reshape(x, [batch, inner]), batch, inner, onnx);
  return onnx.reshape(turned, [1, inner / channels, channels * batch]);
}

/** `[…, channels · batch]` back to `[batch, … · channels]`. */
export function imagesFirst(x: OnnxValue, batch: number, onnx: OnnxBuilder): OnnxValue {
  const rows = sizeOf(x.shape) / batch;
  return transpose(onnx.reshape(x, [rows, batch]), rows, batch, onnx);
}

function transpose(x: OnnxValue, rows: number, columns: number, onnx: OnnxBuilder): OnnxValue {
  const perm = { ints: [1, 0] };
  return onnx.op('Transpose', [x], { shape: [columns, rows], attributes: { perm } });
}
