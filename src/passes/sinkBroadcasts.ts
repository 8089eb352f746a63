/** Moves broadcasts behind the kernels that read them. */
import { alignedShape, broadcastsTo, keptShape, sameShape } from '../ir/broadcast.js';
import type { GraphEditor } from '../ir/graphEditor.js';
import { ruleFor } from '../ir/rewrite.js';
import type { KernelNode, ValueId } from '../ir/kernelGraph.js';
import { elementwiseKernels, type KernelName } from '../ir/kernels.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import { rewritePass } from './pass.js';
import { multipleOf } from './scale.js';

/** The value before it was broadcast or got leading axes of size 1; the value itself if neither. */
function source(value: ValueId, edit: GraphEditor): ValueId {
  const fill = edit.fill(value);
  const shape = edit.shape(value);
  if (fill !== undefined && shape.length > 0) {
    return edit.constant(fill, { ...edit.type(value), shape: [] });
  }
  const [reshaped] = edit.producerOf('Reshape', value)?.inputs ?? [];
  if (reshaped !== undefined && addsLeadingAxes(edit.shape(reshaped), shape)) return reshaped;
  return edit.producerOf('BroadcastTo', value)?.inputs[0] ?? value;
}

function addsLeadingAxes(before: Shape, after: Shape): boolean {
  return before.length < after.length && broadcastsTo(before, after);
}

/** Elementwise kernels broadcast their operands; axes that both operands repeat are broadcast after them. */
function elementwise<K extends KernelName>(
  node: KernelNode<K>,
  edit: GraphEditor,
): ValueId | undefined {
  const sources = node.inputs.map((value) => source(value, edit));
  const unchanged = sources.every((value, at) =>
    sameShape(edit.shape(value), edit.shape(node.inputs[at] ?? value)),
  );
  if (unchanged) return undefined;
  const result = edit.emit(node.kernel, sources, node.attributes);
  return edit.broadcast(result, edit.shape(node.output));
}

/** A kernel that moves or repeats the elements of a broadcast number becomes a broadcast to its output's shape. */
function ofOneNumber<K extends KernelName>(
  { inputs: [x = -1], output }: KernelNode<K>,
  edit: GraphEditor,
): ValueId | undefined {
  const number = source(x, edit);
  if (number === x || edit.size(number) !== 1) return undefined;
  return edit.broadcast(edit.reshape(number, []), edit.shape(output));
}

/** A reduction over repeated elements: a sum is multiplied by their number, a mean or an extremum stays. */
function reduction<K extends 'Sum' | 'Mean' | 'Max' | 'Min'>(
  { kernel, inputs: [x = -1], attributes, output }: KernelNode<K>,
  edit: GraphEditor,
): ValueId | undefined {
  const before = source(x, edit);
  if (before === x) return undefined;
  const [small, full] = [edit.shape(before), edit.shape(x)];
  const aligned = alignedShape(small, full.length);
  const repeated = attributes.axis.filter((axis) => aligned[axis] !== full[axis]);
  if (repeated.length === 0) return undefined;
  const { axis } = attributes;
  const reduced = edit.emit(kernel, [edit.reshape(before, aligned)], { axis, keepDims: true });
  const times = sizeOf(repeated.map((at) => full[at] ?? 1));
  const scaled = kernel === 'Sum' ? multipleOf(reduced, times, edit) : reduced;
  const kept = keptShape(full, axis);
  return edit.reshape(edit.broadcast(scaled, kept), edit.shape(output));
}

/** The pass. */
export const sinkBroadcasts = rewritePass(
  'sinkBroadcasts',
  'tensors are repeated to a larger shape as late as possible, and not at all where a kernel does so itself',
  {
    ...ruleFor(elementwiseKernels, elementwise),
    Reshape: ofOneNumber,
    Transpose: ofOneNumber,
    BroadcastTo: ({ inputs: [x = -1], attributes: { shape } }, edit) => {
      const before = source(x, edit);
      return before === x ? undefined : edit.broadcast(before, shape);
    },
    Tile: ofOneNumber,
    Slice: ofOneNumber,
    Reverse: ofOneNumber,
    UpSampleNearest: ofOneNumber,
    Sum: reduction,
    Mean: reduction,
    Max: reduction,
    Min: reduction,
  },
);
