/** Tensors in another shape or order. */
import { sameShape } from '../../ir/broadcast.js';
import type { SpatialPadding } from '../../ir/kernels.js';
import type { Shape } from '../../ir/tensorType.js';
import type { TensorFlowBuilder, TensorFlowValue } from './tensorflowBuilder.js';

/** The same elements in another shape. */
export function reshaped(
  x: TensorFlowValue,
  shape: Shape,
  graph: TensorFlowBuilder,
): TensorFlowValue {
  if (sameShape(x.shape, shape)) return x;
  return graph.op('Reshape', [x, graph.list(shape)], { dtype: x.dtype, shape });
}

/** Axis i of the result is axis perm[i] of x. */
export function transposed(
  x: TensorFlowValue,
  perm: readonly number[],
  graph: TensorFlowBuilder,
): TensorFlowValue {
  const shape = perm.map((axis) => x.shape[axis] ?? 1);
  return graph.op('Transpose', [x, graph.list(perm)], { dtype: x.dtype, shape });
}

/** Images with zeros around them. */
export function padded(
  x: TensorFlowValue,
  padding: SpatialPadding,
  graph: TensorFlowBuilder,
): TensorFlowValue {
  const shape = withZeros(x.shape, padding);
  if (sameShape(x.shape, shape)) return x;
  const data = Int32Array.from([0, 0, ...padding.flat(), 0, 0]);
  const zeros = graph.constant({ dtype: 'int32', shape: [4, 2], data });
  return graph.op('PadV2', [x, zeros, graph.scalar(0, x.dtype)], { dtype: x.dtype, shape });
}

/** The shape of images with zeros around them. */
export function withZeros(
  [batch = 1, height = 1, width = 1, channels = 1]: Shape,
  [[top, bottom], [left, right]]: SpatialPadding,
): Shape {
  return [batch, top + height + bottom, left + width + right, channels];
}

/** The part of a shape that begins at these indices. */
export function cut(
  x: TensorFlowValue,
  begin: readonly number[],
  shape: Shape,
  graph: TensorFlowBuilder,
): TensorFlowValue {
  if (sameShape(x.shape, shape)) return x;
  const bounds = [graph.list(begin), graph.list(shape)];
  return graph.op('Slice', [x, ...bounds], { dtype: x.dtype, shape });
}
