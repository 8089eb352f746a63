/** Lowerings of reductions and matrix products. */
import { sizeOf, type Shape } from '../../../ir/tensorType.js';
import type { OnnxLowerings } from '../lowering.js';
import { matMul } from '../matMul.js';
import type { OnnxBuilder, OnnxValue } from '../onnxBuilder.js';

interface ReductionCall {
  readonly inputs: readonly [OnnxValue];
  readonly attributes: { readonly axis: readonly number[]; readonly keepDims: boolean };
  readonly output: { readonly shape: Shape };
}

/** From this many rows on, a product with a row of ones beats ReduceSum. */
const manyRows = 64;

/**
 * Σ over leading axes of a float tensor as `[weight …] × [rows, columns]`: onnxruntime's reductions over leading axes
 * take eight times as long as this product.
 */
function weightedRowSum(x: OnnxValue, rows: number, weight: number, onnx: OnnxBuilder): OnnxValue {
  const columns = sizeOf(x.shape) / rows;
  const data = new Float32Array(rows).fill(weight);
  const weights = onnx.constant({ dtype: 'float32', shape: [1, rows], data });
  return matMul(weights, onnx.reshape(x, [rows, columns]), onnx);
}

function reduction(opType: string) {
  return ({ inputs: [x], attributes, output }: ReductionCall, onnx: OnnxBuilder): OnnxValue => {
    if (attributes.axis.length === 0) return x;
    const keepdims = { i: attributes.keepDims ? 1 : 0 };
    if (opType === 'ReduceSum') {
      const axes = onnx.list(attributes.axis);
      return onnx.op(opType, [x, axes], { shape: output.shape, attributes: { keepdims } });
    }
    const axes = { ints: attributes.axis };
    return onnx.op(opType, [x], { shape: output.shape, attributes: { axes, keepdims } });
  };
}

function sumOrMean(opType: 'ReduceSum' | 'ReduceMean') {
  const general = reduction(opType);
  return (call: ReductionCall, onnx: OnnxBuilder): OnnxValue => {
    const { inputs, attributes, output } = call;
    const [x] = inputs;
    const { axis } = attributes;
    const rows = sizeOf(axis.map((at) => x.shape[at] ?? 1));
    const leading = axis.length < x.shape.length && axis.every((at, place) => at === place);
    const columns = sizeOf(x.shape) / rows;
    if (!leading || x.dtype !== 'float32' || rows < manyRows || columns === 1) {
      return general(call, onnx);
    }
    const sum = weightedRowSum(x, rows, opType === 'ReduceMean' ? 1 / rows : 1, onnx);
    return onnx.reshape(sum, output.shape);
  };
}

/** Lowerings by kernel. */
export const onnxContraction = {
  Sum: sumOrMean('ReduceSum'),
  Mean: sumOrMean('ReduceMean'),
  Max: reduction('ReduceMax'),
  Min: reduction('ReduceMin'),
  BatchMatMul: ({ inputs: [a, b], attributes }, onnx) => matMul(a, b, onnx, attributes),
} satisfies Partial<OnnxLowerings>;
