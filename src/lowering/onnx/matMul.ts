/** Matrix products. */
import { InternalError } from '../../diagnostics/errors.js';
import { broadcastShape } from '../../ir/broadcast.js';
import type { Shape } from '../../ir/tensorType.js';
import type { OnnxBuilder, OnnxValue } from './onnxBuilder.js';

/** The ways in which onnxruntime reads operands at no cost. */
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
  const orders = [
    orderOf(a, transposeA, stackSecondA),
    orderOf(b, transposeB, stackSecondB),
  ] as const;
  if (onnx.standard) {
    const [left, right] = [transposed(a, orders[0], onnx), transposed(b, orders[1], onnx)];
    return onnx.op('MatMul', [left, right], { shape: productShape(left.shape, right.shape) });
  }
  const shape = productShape(permuted(a.shape, orders[0]), permuted(b.shape, orders[1]));
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

/** The axes of an operand in the order of a product: stack, rows, columns. */
function orderOf(
  { shape }: OnnxValue,
  transpose: boolean,
  isStackSecond: boolean,
): readonly number[] {
  const axes = shape.map((_, axis) => axis);
  const stacked = isStackSecond ? [1, 0, ...axes.slice(2)] : axes;
  return transpose ? [...stacked.slice(0, -2), ...stacked.slice(-2).reverse()] : stacked;
}

function permuted(shape: Shape, order: readonly number[]): Shape {
  return order.map((axis) => shape[axis] ?? 1);
}

function transposed(value: OnnxValue, order: readonly number[], onnx: OnnxBuilder): OnnxValue {
  if (order.every((axis, place) => axis === place)) return value;
  const attributes = { perm: { ints: order } };
  return onnx.op('Transpose', [value], { shape: permuted(value.shape, order), attributes });
}

/** The shape of a product of stacks of matrices. */
function productShape(left: Shape, right: Shape): Shape {
  const [rows, columns] = [left.at(-2), right.at(-1)];
  const stack = broadcastShape(left.slice(0, -2), right.slice(0, -2));
  if (rows === undefined || columns === undefined || stack === undefined) {
    throw new InternalError(`there is no product of [${left.join()}] and [${right.join()}]`);
  }
  return [...stack, rows, columns];
}
