/** Lowerings of the kernels that move, repeat or cut elements. */
import type { OnnxLowerings } from '../lowering.js';
import { gatherRows } from '../gatherRows.js';

/** Lowerings by kernel. */
export const onnxLayout = {
  Reshape: ({ inputs: [x], output }, onnx) => onnx.reshape(x, output.shape),
  Transpose: ({ inputs: [x], attributes: { perm }, output }, onnx) =>
    onnx.op('Transpose', [x], { shape: output.shape, attributes: { perm: { ints: perm } } }),
  BroadcastTo: ({ inputs: [x], output }) => ({ ...x, shape: output.shape }),
  Tile: ({ inputs: [x], attributes: { reps }, output }, onnx) =>
    onnx.op('Tile', [x, onnx.list(reps)], { shape: output.shape }),
  PadV2: ({ inputs: [x], attributes: { paddings, constantValue }, output }, onnx) => {
    const zeros = [...paddings.map(([before]) => before), ...paddings.map(([, after]) => after)];
    const value = onnx.scalar(constantValue, output.dtype);
    return onnx.op('Pad', [x, onnx.list(zeros), value], { shape: output.shape });
  },
  Slice: ({ inputs: [x], attributes: { begin, size }, output }, onnx) => {
    const ends = begin.map((at, axis) => at + (size[axis] ?? 0));
    return onnx.op('Slice', [x, onnx.list(begin), onnx.list(ends)], { shape: output.shape });
  },
  Reverse: ({ inputs: [x], attributes: { dims }, output }, onnx) => {
    // Slice counts backwards from the last element to one before the first, which is written −size − 1.
    const starts = onnx.list(dims.map(() => -1));
    const ends = onnx.list(dims.map((axis) => -(output.shape[axis] ?? 0) - 1));
    const bounds = [starts, ends, onnx.list(dims), starts];
    return onnx.op('Slice', [x, ...bounds], { shape: output.shape });
  },
  Concat: ({ inputs, attributes: { axis }, output }, onnx) =>
    onnx.op('Concat', inputs, { shape: output.shape, attributes: { axis: { i: axis } } }),
  UpSampleNearest: ({ inputs: [x], attributes: { factors }, output }, onnx) => {
    const [, , width = 1] = x.shape;
    const [, outHeight = 1, outWidth = 1] = output.shape;
    const source = Int32Array.from({ length: outHeight * outWidth }, (_, at) => {
      const row = Math.floor(Math.floor(at / outWidth) / factors[0]);
      return row * width + Math.floor((at % outWidth) / factors[1]);
    });
    return onnx.reshape(gatherRows(x, source, onnx), output.shape);
  },
  UpSampleNearestGrad: ({ inputs: [dy], attributes: { factors }, output }, onnx) => {
    // One axis after the other: a sum over a single inner axis is the fast case of ReduceSum.
    const [batch = 1, height = 1, width = 1, channels = 1] = output.shape;
    const sumOf = (x: typeof dy, shape: readonly [number, number, number]) =>
      onnx.op('ReduceSum', [onnx.reshape(x, shape), onnx.list([1])], {
        shape: [shape[0], shape[2]],
        attributes: { keepdims: { i: 0 } },
      });
    const rows = sumOf(dy, [batch * height, factors[0], width * factors[1] * channels]);
    const blocks = sumOf(rows, [batch * height * width, factors[1], channels]);
    return onnx.reshape(blocks, output.shape);
  },
} satisfies Partial<OnnxLowerings>;
