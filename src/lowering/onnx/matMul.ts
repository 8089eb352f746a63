/** Matrix products. */
import { InternalError } from '../../diagnostics/errors.js';
import { broadcastShape } from '../../ir/broadcast.js';
import type { OnnxBuilder, OnnxValue } from './onnxBuilder.js';

interface Transposes {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

/**
 * The product of two matrices, or of two stacks of matrices whose leading axes broadcast.
 *
 * @param transposes Which operand is read with its last two axes swapped, at no cost.
 */
export function matMul(
  a: OnnxValue,
  b: OnnxValue,
  onnx: OnnxBuilder,
  { transposeA = false, transposeB = false }: Transposes = {},
): OnnxValue {
  const rows = a.shape.at(transposeA ? -1 : -2);
  const columns = b.shape.at(transposeB ? -2 : -1);
  const stack = broadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  if (rows === undefined || columns === undefined || stack === undefined) {
    const shapes = `[${a.shape.join()}] and [${b.shape.join()}]`;
    throw new InternalError(`there is no product of ${shapes}`);
  }
  const shape = [...stack, rows, columns];
  if (!transposeA && !transposeB) return onnx.op('MatMul', [a, b], { shape });
  return onnx.op('FusedMatMul', [a, b], {
    shape,
    domain: 'com.microsoft',
    attributes: { transA: { i: transposeA ? 1 : 0 }, transB: { i: transposeB ? 1 : 0 } },
  });
}
