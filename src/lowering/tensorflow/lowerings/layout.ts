/** Lowerings of the kernels that move, repeat or cut elements. */
import { attr } from '../../../export/graphModel.js';
import type { Lowerings } from '../lowering.js';

/** The lowerings, by kernel. */
export const layoutLowerings = {
  Reshape: ({ inputs: [x], output }, model) =>
    model.op('Reshape', [x, model.list(output.shape)], output),
  Transpose: ({ inputs: [x], attributes: { perm }, output }, model) =>
    model.op('Transpose', [x, model.list(perm)], output),
  BroadcastTo: ({ inputs: [x], output }, model) =>
    model.op('BroadcastTo', [x, model.list(output.shape)], output),
  Tile: ({ inputs: [x], attributes: { reps }, output }, model) =>
    model.op('Tile', [x, model.list(reps)], output),
  PadV2: ({ inputs: [x], attributes: { paddings, constantValue }, output }, model) => {
    const zeros = model.constant({
      dtype: 'int32',
      shape: [paddings.length, 2],
      data: Int32Array.from(paddings.flat()),
    });
    return model.op('PadV2', [x, zeros, model.scalar(constantValue, x.dtype)], output);
  },
  Slice: ({ inputs: [x], attributes: { begin, size }, output }, model) =>
    model.op('Slice', [x, model.list(begin), model.list(size)], output),
  Reverse: ({ inputs: [x], attributes: { dims }, output }, model) =>
    model.op('ReverseV2', [x, model.list(dims)], output),
  Concat: ({ inputs, attributes: { axis }, output }, model) =>
    model.op('ConcatV2', [...inputs, model.scalar(axis, 'int32')], {
      ...output,
      attributes: { N: attr.whole(inputs.length) },
    }),
  UpSampleNearest: ({ inputs: [x], output }, model) => {
    // Centres of pixels, not corners: (r + ½) / factor lies well inside of a pixel, whatever is rounded.
    const attributes = { align_corners: attr.flag(false), half_pixel_centers: attr.flag(true) };
    const size = model.list(output.shape.slice(1, 3));
    return model.op('ResizeNearestNeighbor', [x, size], { ...output, attributes });
  },
  UpSampleNearestGrad: ({ inputs: [dy], attributes: { factors }, output }, model) => {
    const [batch = 1, height = 1, width = 1, channels = 1] = output.shape;
    const blocks = [batch, height, factors[0], width, factors[1], channels];
    const split = model.op('Reshape', [dy, model.list(blocks)], { ...output, shape: blocks });
    const attributes = { keep_dims: attr.flag(false) };
    return model.op('Sum', [split, model.list([2, 4])], { ...output, attributes });
  },
} satisfies Partial<Lowerings>;
