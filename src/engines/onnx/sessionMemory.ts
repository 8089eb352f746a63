/** The memory of a session: the tensors of its state, and those that pass from onnxruntime to loops. */
import { InternalError } from '../../diagnostics/errors.js';
import { arrayOf, zeroTensor } from '../../ir/arrays.js';
import type { KernelGraph, ValueId } from '../../ir/kernelGraph.js';
import { sizeOf, type TensorData, type TensorType } from '../../ir/tensorType.js';
import { typeOf } from '../../ir/typeOf.js';
import { loopBytes } from '../../lowering/loops/loopModule.js';
import { splitLoops, type SplitGraph } from '../../lowering/loops/splitLoops.js';
import { allocateWasm, type WasmMemory } from '../../webAssembly.js';
import { sharedState } from '../sessionInputs.js';

/** A tensor and its address in the memory of loops. */
export interface PlacedTensor extends TensorData {
  readonly address: number;
}

/** A state tensor, and where the next run writes its successor: in its own place where one loop alone reads and writes it. */
export interface StateBuffers {
  current: PlacedTensor;
  next: PlacedTensor;
}

/** A graph, its two parts, and the operands of its loops: names of state tensors, and other tensors. */
export interface PlacedGraph extends SplitGraph {
  readonly whole: KernelGraph;
  readonly states: ReadonlyMap<ValueId, string>;
  readonly operands: ReadonlyMap<ValueId, PlacedTensor>;
}

/** The tensors of a session. */
export interface SessionMemory {
  /** The memory of all of them; absent if no graph has loops and each tensor has an array of its own. */
  readonly memory: WasmMemory | undefined;
  readonly state: ReadonlyMap<string, StateBuffers>;
  readonly graphs: ReadonlyMap<string, PlacedGraph>;
}

/** The buffers of a state tensor. @throws InternalError where there is no such state. */
export function stateBuffers({ state }: SessionMemory, name: string): StateBuffers {
  const buffers = state.get(name);
  if (buffers === undefined) throw new InternalError(`there is no state named "${name}"`);
  return buffers;
}

type WholeAndParts = Omit<PlacedGraph, 'operands' | 'states'>;

/** The future place of a tensor. */
interface Place {
  readonly type: TensorType;
  readonly address: number;
}

interface Layout {
  readonly state: ReadonlyMap<string, { readonly current: Place; readonly next: Place }>;
  /** One map for each graph. */
  readonly operands: readonly ReadonlyMap<ValueId, Place>[];
  readonly bytes: number;
}

/**
 * Memory for graphs that share one state, which is zeros at first. Where the address space does not suffice for a memory of
 * loops, onnxruntime computes them as well, with the same numbers.
 */
export function sessionMemory(wholes: readonly KernelGraph[]): SessionMemory {
  const split = wholes.map((whole) => ({ whole, ...splitLoops(whole) }));
  const layout = layOut(split);
  const hasLoops = split.some(({ loops }) => loops.length > 0);
  const memory = hasLoops ? allocateWasm(layout.bytes) : undefined;
  if (memory) return memoryOf(split, layout, memory);
  const unsplit = wholes.map((whole) => ({ whole, rest: whole, loops: [] }));
  return memoryOf(unsplit, layOut(unsplit), undefined);
}

function memoryOf(
  graphs: readonly WholeAndParts[],
  layout: Layout,
  memory: WasmMemory | undefined,
): SessionMemory {
  const tensor = ({ type, address }: Place): PlacedTensor => {
    const { dtype, shape } = type;
    if (!memory) return { ...zeroTensor(type), address };
    return { ...type, address, data: new arrayOf[dtype](memory.buffer, address, sizeOf(shape)) };
  };
  const state = [...layout.state].map(([name, places]): [string, StateBuffers] => {
    const current = tensor(places.current);
    const next = places.next === places.current ? current : tensor(places.next);
    return [name, { current, next }];
  });
  const placed = graphs.map((graph, index): [string, PlacedGraph] => {
    const operands = [...(layout.operands[index] ?? [])];
    const tensors = new Map(operands.map(([value, place]) => [value, tensor(place)]));
    return [graph.whole.name, { ...graph, states: stateInputs(graph.whole), operands: tensors }];
  });
  return { memory, state: new Map(state), graphs: new Map(placed) };
}

function layOut(graphs: readonly WholeAndParts[]): Layout {
  let end = 0;
  const place = (type: TensorType): Place => {
    const address = end;
    // Loops work on whole groups of four numbers; a cache line has 64 bytes.
    end += Math.ceil(loopBytes(sizeOf(type.shape)) / 64) * 64;
    return { type, address };
  };
  const state = [...sharedState(graphs.map(({ whole }) => whole))].map(([name, type]) => {
    const current = place(type);
    const next = graphs.every((graph) => keepsPlace(graph, name)) ? current : place(type);
    return [name, { current, next }] as const;
  });
  // Operands are needed during one run, so those of all graphs share their places.
  const shared = end;
  let bytes = end;
  const operands = graphs.map(({ whole, loops }) => {
    end = shared;
    const isState = stateInputs(whole);
    const values = new Set(loops.flatMap((loop) => loop.operands.map(({ value }) => value)));
    const own = [...values].filter((value) => !isState.has(value));
    const places = new Map(own.map((value) => [value, place(typeOf(whole, value))]));
    bytes = Math.max(bytes, end);
    return places;
  });
  return { state: new Map(state), operands, bytes };
}

/** True where a graph leaves a state tensor alone, or where the only loop that reads it writes it. */
function keepsPlace({ whole, loops }: WholeAndParts, name: string): boolean {
  const written = whole.outputs.find((output) => output.kind === 'state' && output.name === name);
  if (written === undefined) return true;
  const writer = loops.find(({ results }) => results.includes(written));
  const read = whole.inputs.find((input) => input.kind === 'state' && input.name === name)?.value;
  const readers = loops.filter(({ operands }) => operands.some(({ value }) => value === read));
  return writer !== undefined && readers.every((reader) => reader === writer);
}

/** The names of a graph's state inputs, by value. */
function stateInputs({ inputs }: KernelGraph): ReadonlyMap<ValueId, string> {
  const state = inputs.filter(({ kind }) => kind === 'state');
  return new Map(state.map(({ value, name }) => [value, name]));
}
