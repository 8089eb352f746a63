/** Matrix products. */
import { InternalError } from '../../diagnostics/errors.js';
import { broadcastShape } from '../../ir/broadcast.js';
import type { Shape } from '../../ir/tensorType.js';
import type { OnnxBuilder, OnnxValue } from './onnxBuilder.js';

/** The ways in which operands can be read at no cost. */
interface Reading {
  /** With the last two axes swapped. */
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
  /** As a stack along its second axis: `[rows, stack, columns]`. */
  readonly stackSecondA?: boolean;
  readonly stackSecondB?: boolean;
}

/** The product of two matrices, or of two stacks of matrices whose leading axes broadcast. */
export function matMul(
  a: OnnxValue,
  b: OnnxValue,
  onnx: OnnxBuilder,
  reading: Reading = {},
): OnnxValue {
  const { transposeA = false, transposeB = false } = reading;
  const { stackSecondA = false, stackSecondB = false } = reading;
  const [left, right] = [stackFirst(a, stackSecondA), stackFirst(b, stackSecondB)];
  const rows = left.at(transposeA ? -1 : -2);
  const columns = right.at(transposeB ? -2 : -1);
  const stack = broadcastShape(left.slice(0, -2), right.slice(0, -2));
  if (rows === undefined || columns === undefined || stack === undefined) {
    const shapes = `[${left.join()}] and [${right.join()}]`;
    throw new InternalError(`there is no product of ${shapes}`);
  }
  const shape = [...stack, rows, columns];
  const flags = {
    transA: transposeA,
    transB: transposeB,
    transBatchA: stackSecondA,
    transBatchB: stackSecondB,
  };
  const attributes = Object.fromEntries(
    Object.entries(flags).flatMap(([name, isSet]) => (isSet ? [[name, { i: 1 }]] : [])),
  );
  if (Object.keys(attributes).length === 0) return onnx.op('MatMul', [a, b], { shape });
  return onnx.op('FusedMatMul', [a, b], { shape, domain: 'com.microsoft', attributes });
}

/** The shape of a stack of matrices with the stack's axis in front. */
function stackFirst({ shape }: OnnxValue, isSecond: boolean): Shape {
  const [first, second, ...rest] = shape;
  if (!isSecond || first === undefined || second === undefined) return shape;
  return [second, first, ...rest];
}
