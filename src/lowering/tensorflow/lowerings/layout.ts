/** Lowerings of the kernels that move, repeat or cut elements. */
import type { TensorFlowLowerings } from '../lowering.js';

/** Lowerings by kernel. */
export const tensorflowLayout = {
  Reshape: ({ inputs: [x], output }, graph) =>
    graph.op('Reshape', [x, graph.list(output.shape)], output),
  Transpose: ({ inputs: [x], attributes: { perm }, output }, graph) =>
    graph.op('Transpose', [x, graph.list(perm)], output),
  BroadcastTo: ({ inputs: [x], output }, graph) =>
    graph.op('BroadcastTo', [x, graph.list(output.shape)], output),
  Tile: ({ inputs: [x], attributes: { reps }, output }, graph) =>
    graph.op('Tile', [x, graph.list(reps)], output),
  PadV2: ({ inputs: [x], attributes: { paddings, constantValue }, output }, graph) => {
    const zeros = graph.constant({
      dtype: 'int32',
      shape: [paddings.length, 2],
      data: Int32Array.from(paddings.flat()),
    });
    return graph.op('PadV2', [x, zeros, graph.scalar(constantValue, x.dtype)], output);
  },
  Slice: ({ inputs: [x], attributes: { begin, size }, output }, graph) =>
    graph.op('Slice', [x, graph.list(begin), graph.list(size)], output),
  Reverse: ({ inputs: [x], attributes: { dims }, output }, graph) =>
    graph.op('ReverseV2', [x, graph.list(dims)], output),
  Concat: ({ inputs, attributes: { axis }, output }, graph) => {
    const [first, ...others] = inputs;
    // ConcatV2 takes two tensors at least.
    if (first && others.length === 0) return first;
    return graph.op('ConcatV2', [...inputs, graph.scalar(axis, 'int32')], {
      ...output,
      attributes: { N: { int: inputs.length } },
    });
  },
  UpSampleNearest: ({ inputs: [x], output }, graph) => {
    // Centres of pixels, not corners: (r + ½) / factor lies well inside of a pixel, whatever is rounded.
    const attributes = { align_corners: { bool: false }, half_pixel_centers: { bool: true } };
    const size = graph.list(output.shape.slice(1, 3));
    return graph.op('ResizeNearestNeighbor', [x, size], { ...output, attributes });
  },
  UpSampleNearestGrad: ({ inputs: [dy], attributes: { factors }, output }, graph) => {
    const [batch = 1, height = 1, width = 1, channels = 1] = output.shape;
    const blocks = [batch, height, factors[0], width, factors[1], channels];
    const split = graph.op('Reshape', [dy, graph.list(blocks)], { ...output, shape: blocks });
    const attributes = { keep_dims: { bool: false } };
    return graph.op('Sum', [split, graph.list([2, 4])], { ...output, attributes });
  },
} satisfies Partial<TensorFlowLowerings>;
