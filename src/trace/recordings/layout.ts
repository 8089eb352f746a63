/** Recordings of the tfjs kernels that move, repeat or cut elements. */
import { tf, type tfjs, type Tensor } from '../../tf.js';
import type { Recorder } from '../recorder.js';
import { listRecording, recording, sortedAxes, type Recording } from './recording.js';

function slice(recorder: Recorder, x: Tensor, begin: readonly number[], size: readonly number[]) {
  return recorder.emit('Slice', [x], { begin, size });
}

/** The parts of these sizes along an axis. */
function split(recorder: Recorder, x: Tensor, axis: number, sizes: readonly number[]): Tensor[] {
  let start = 0;
  return sizes.map((size) => {
    const begin = x.shape.map((_, place) => (place === axis ? start : 0));
    start += size;
    return slice(recorder, x, begin, x.shape.with(axis, size));
  });
}

function concat(recorder: Recorder, parts: readonly Tensor[], axis: number): Tensor {
  return recorder.emit('Concat', parts, { axis });
}

function oneAxis(axis: number, shape: readonly number[]): number {
  return sortedAxes(axis, shape)[0] ?? 0;
}

/** The recordings, by tfjs kernel. */
export const layoutRecordings: Readonly<Record<string, Recording>> = {
  Reshape: recording<'x', tfjs.ReshapeAttrs>((recorder, { x }, { shape }) =>
    recorder.emit('Reshape', [x], { shape: tf.util.inferFromImplicitShape(shape, x.size) }),
  ),
  ExpandDims: recording<'input', tfjs.ExpandDimsAttrs>((recorder, { input }, { dim }) => {
    const place = dim < 0 ? input.rank + dim + 1 : dim;
    return recorder.emit('Reshape', [input], { shape: input.shape.toSpliced(place, 0, 1) });
  }),
  Transpose: recording<'x', tfjs.TransposeAttrs>((recorder, { x }, { perm }) =>
    recorder.emit('Transpose', [x], { perm: [...perm] }),
  ),
  // tfjs broadcasts by Tile as well; a tile of axes of size 1 is a broadcast.
  Tile: recording<'x', tfjs.TileAttrs>((recorder, { x }, { reps }) => {
    const isBroadcast = reps.every((count, axis) => count === 1 || x.shape[axis] === 1);
    if (!isBroadcast) return recorder.emit('Tile', [x], { reps: [...reps] });
    return recorder.emit('BroadcastTo', [x], {
      shape: x.shape.map((size, axis) => size * (reps[axis] ?? 1)),
    });
  }),
  PadV2: recording<'x', tfjs.PadV2Attrs>((recorder, { x }, { paddings, constantValue }) =>
    recorder.emit('PadV2', [x], {
      paddings: paddings.map(([before, after]) => [before, after] as const),
      constantValue,
    }),
  ),
  Slice: recording<'x', tfjs.SliceAttrs>((recorder, { x }, attributes) => {
    const [begin = [], size = []] = tf.slice_util.parseSliceParams(
      x,
      attributes.begin,
      attributes.size,
    );
    return slice(recorder, x, begin, size);
  }),
  SplitV: recording<'x', tfjs.SplitVAttrs>((recorder, { x }, attributes) => {
    const axis = oneAxis(attributes.axis, x.shape);
    const sizes = tf.backend_util.prepareSplitSize(x, attributes.numOrSizeSplits, axis);
    return split(recorder, x, axis, sizes);
  }),
  Unpack: recording<'value', tfjs.UnpackAttrs>((recorder, { value }, attributes) => {
    const axis = oneAxis(attributes.axis, value.shape);
    const ones = Array.from({ length: value.shape[axis] ?? 0 }, () => 1);
    const shape = value.shape.toSpliced(axis, 1);
    return split(recorder, value, axis, ones).map((part) =>
      recorder.emit('Reshape', [part], { shape }),
    );
  }),
  Concat: listRecording<tfjs.ConcatAttrs>((recorder, parts, { axis }) =>
    concat(recorder, parts, oneAxis(axis, parts[0]?.shape ?? [])),
  ),
  Pack: listRecording<tfjs.PackAttrs>((recorder, parts, { axis }) =>
    concat(
      recorder,
      parts.map((part) => tf.expandDims(part, axis)),
      axis < 0 ? axis + (parts[0]?.rank ?? 0) + 1 : axis,
    ),
  ),
  Reverse: recording<'x', tfjs.ReverseAttrs>((recorder, { x }, { dims }) =>
    recorder.emit('Reverse', [x], { dims: sortedAxes(dims, x.shape) }),
  ),
};
