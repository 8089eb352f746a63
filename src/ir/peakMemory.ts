/** The memory that a graph needs while it runs, from shapes alone. */
import type { AnyKernelNode, KernelGraph, ValueId } from './kernelGraph.js';
import { sizeOf, type Shape } from './tensorType.js';
import { typeOf } from './typeOf.js';
import { isView } from './views.js';

/** Memory that engines take at most, as a multiple of the largest memory of a run: freed blocks are kept, and have gaps. */
export const engineOverhead = 2;

/** The largest memory of a run. */
export interface PeakMemory {
  readonly bytes: number;
  /** The part of it that holds the state, whatever the batch size. */
  readonly stateBytes: number;
  /** JSON Pointer of the part of the spec whose tensor is the largest at that moment; empty where there is none. */
  readonly origin: string;
  /** The index of the node at which it is reached; that of the first where the inputs alone are the most. */
  readonly node: number;
  /** All that is in use at that moment beside the state, the most first. */
  readonly parts: readonly MemoryPart[];
}

/** Tensors of one part of the spec that are in use at one moment. */
export interface MemoryPart {
  /** JSON Pointer of that part; empty for inputs, and for what belongs to no part. */
  readonly origin: string;
  readonly tensors: number;
  readonly bytes: number;
}

/** A block of memory, in use from one node to another. */
interface Block {
  readonly bytes: number;
  readonly first: number;
  last: number;
  readonly origin: string;
}

/** Bytes of a number; those of booleans are counted alike. */
const bytesOf = (shape: Shape): number => 4 * sizeOf(shape);

/**
 * The largest sum of all tensors that are alive at one node, of two copies of the state, and of the patches that
 * convolutions unroll. Engines keep freed blocks for reuse, so the true number is somewhat larger.
 */
export function peakMemory(graph: KernelGraph): PeakMemory {
  const blocks = [...tensorBlocks(graph), ...patchBlocks(graph)];
  // Changes before each node, from the inputs on; the last moment is that of the outputs.
  const changes = new Float64Array(graph.nodes.length + 3);
  const change = (moment: number, bytes: number): void => {
    changes[moment + 1] = (changes[moment + 1] ?? 0) + bytes;
  };
  for (const { bytes, first, last } of blocks) {
    change(first, bytes);
    change(last + 1, -bytes);
  }
  let [alive, most, at] = [0, 0, 0];
  changes.forEach((bytes, index) => {
    alive += bytes;
    if (alive > most) [most, at] = [alive, index - 1];
  });
  const inUse = blocks.filter(({ first, last }) => first <= at && at <= last);
  const [largest] = inUse.filter(({ origin }) => origin !== '').sort((a, b) => b.bytes - a.bytes);
  const state = graph.inputs.filter(({ kind }) => kind === 'state');
  const once = state.reduce((sum, { value }) => sum + bytesOf(typeOf(graph, value).shape), 0);
  return {
    bytes: most + 2 * once,
    stateBytes: 2 * once,
    origin: largest?.origin ?? '',
    node: Math.min(Math.max(at, 0), Math.max(graph.nodes.length - 1, 0)),
    parts: partsOf(inUse),
  };
}

function partsOf(blocks: readonly Block[]): readonly MemoryPart[] {
  const parts = new Map<string, MemoryPart>();
  for (const { origin, bytes } of blocks) {
    const before = parts.get(origin) ?? { tensors: 0, bytes: 0 };
    parts.set(origin, { origin, tensors: before.tensors + 1, bytes: before.bytes + bytes });
  }
  return [...parts.values()].sort((a, b) => b.bytes - a.bytes);
}

function wholeRun(graph: KernelGraph, value: ValueId): Block {
  const { shape } = typeOf(graph, value);
  return { bytes: bytesOf(shape), first: -1, last: graph.nodes.length, origin: '' };
}

/** One block for each tensor; views of others and broadcasts take none, and keep the tensor that they read. */
function tensorBlocks(graph: KernelGraph): readonly Block[] {
  const made = new Map<ValueId, Block>();
  for (const { value, kind } of graph.inputs) {
    if (kind === 'feed') made.set(value, wholeRun(graph, value));
  }
  graph.nodes.forEach((node, index) => {
    for (const input of node.inputs) {
      const block = made.get(input);
      if (block) block.last = Math.max(block.last, index);
    }
    const viewed = isView(node) ? made.get(node.inputs[0] ?? -1) : undefined;
    if (viewed) made.set(node.output, viewed);
    else if (!isView(node)) made.set(node.output, blockOf(graph, node, index));
  });
  for (const { value } of graph.outputs) {
    const block = made.get(value);
    if (block) block.last = graph.nodes.length;
  }
  return [...new Set(made.values())];
}

function blockOf(graph: KernelGraph, { output, origin }: AnyKernelNode, index: number): Block {
  return { bytes: bytesOf(typeOf(graph, output).shape), first: index, last: index, origin };
}

/** The unrolled patches of convolutions. A convolution and the gradient of its filter share one matrix. */
function patchBlocks(graph: KernelGraph): readonly Block[] {
  const shared = new Map<string, Block>();
  graph.nodes.forEach((node, index) => {
    const bytes = patchBytes(graph, node);
    if (bytes === 0) return;
    const { kernel, inputs, attributes, origin } = node;
    const reads = kernel === 'Conv2DBackpropInput' ? `dy ${index}` : `x ${inputs[0]}`;
    const key = JSON.stringify([reads, bytes, 'strides' in attributes && attributes.strides]);
    const block = shared.get(key) ?? { bytes, first: index, last: index, origin };
    block.last = index;
    shared.set(key, block);
  });
  return [...shared.values()];
}

/** Bytes of the patches: each position of the result, or of the gradient, with all that its filter meets. */
function patchBytes(graph: KernelGraph, { kernel, inputs, output }: AnyKernelNode): number {
  const [first = [], second = []] = inputs.map((input) => typeOf(graph, input).shape);
  const result = typeOf(graph, output).shape;
  const patches = (positions: Shape, [height = 0, width = 0]: Shape, channels = 0): number =>
    bytesOf(positions.slice(0, 3)) * height * width * channels;
  if (kernel === 'Conv2D') return patches(result, second, first[3]);
  if (kernel === 'Conv2DBackpropFilter') return patches(second, result, first[3]);
  return kernel === 'Conv2DBackpropInput' ? patches(first, second, first[3]) : 0;
}
