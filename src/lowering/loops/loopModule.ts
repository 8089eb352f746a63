/** Loops as a WebAssembly module. */
import type { AnyKernelNode, KernelNode, ValueId } from '../../ir/kernelGraph.js';
import type { KernelName } from '../../ir/kernels.js';
import type { FusedLoop } from './fusedLoop.js';
import { emitKernel } from './loopKernels.js';
import { four, loadFour, loadOne, storeFour } from './simd.js';
import { moduleBytes, unsigned, type WasmCode, type WasmFunction } from './wasmBytes.js';

/** A module with a function for each loop. */
export interface LoopModule {
  /** It imports `env.memory`. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /**
   * The name of each loop's function. Its parameters: `loopBytes`, the addresses of the operands, then those of the results,
   * each tensor with room for `loopBytes` at a multiple of 16. A result may have the address of an operand.
   */
  readonly names: readonly string[];
}

/** The bytes of each tensor of a loop that are read or written: whole groups of four numbers. */
export function loopBytes(size: number): number {
  return Math.ceil(size / 4) * 16;
}

/** The module of loops; loops that differ in addresses and size alone share a function. */
export function loopModule(loops: readonly FusedLoop[]): LoopModule {
  const functions = new Map<string, WasmFunction>();
  const names = loops.map((loop) => {
    const code = loopCode(loop);
    const key = JSON.stringify(code);
    const name = functions.get(key)?.name ?? `loop${functions.size}`;
    functions.set(key, { name, ...code });
    return name;
  });
  return { bytes: moduleBytes([...functions.values()]), names };
}

/** Instructions outside of the vector set. */
const localGet = (index: number): WasmCode => [0x20, ...unsigned(index)];
const localSet = (index: number): WasmCode => [0x21, ...unsigned(index)];
const localTee = (index: number): WasmCode => [0x22, ...unsigned(index)];
const i32 = { sixteen: [0x41, 16], add: [0x6a], lessThan: [0x49] } as const;
const loop = { begin: [0x03, 0x40], again: [0x0d, 0x00], end: [0x0b] } as const;

/** Parameters: bytes, operands, results. Variables: the offset from every address, then the vectors. */
function loopCode({ operands, fills, nodes, results }: FusedLoop): Omit<WasmFunction, 'name'> {
  const bytes = 0;
  const parameters = 1 + operands.length + results.length;
  const offset = parameters;
  const vectors = new Map(
    [...operands.map(({ value }) => value), ...nodes.map(({ output }) => output)].map(
      (value, index) => [value, offset + 1 + index],
    ),
  );
  const vector = (value: ValueId): number => vectors.get(value) ?? 0;
  const push = (value: ValueId): WasmCode => {
    const fill = fills.get(value);
    return fill === undefined ? localGet(vector(value)) : four(fill);
  };
  const at = (parameter: number): WasmCode => [
    ...localGet(parameter),
    ...localGet(offset),
    ...i32.add,
  ];
  const load = (single: boolean): WasmCode =>
    operands.flatMap((operand, index) =>
      operand.single === single
        ? [
            ...(single ? localGet(1 + index) : at(1 + index)),
            ...(single ? loadOne : loadFour),
            ...localSet(vector(operand.value)),
          ]
        : [],
    );
  const compute = nodes.flatMap((node) => [
    ...emitNode(node, node.inputs.map(push)),
    ...localSet(vector(node.output)),
  ]);
  const store = results.flatMap(({ value }, index) => [
    ...at(1 + operands.length + index),
    ...localGet(vector(value)),
    ...storeFour,
  ]);
  const body = [
    ...load(true),
    ...loop.begin,
    ...load(false),
    ...compute,
    ...store,
    ...[...localGet(offset), ...i32.sixteen, ...i32.add, ...localTee(offset)],
    ...[...localGet(bytes), ...i32.lessThan, ...loop.again],
    ...loop.end,
  ];
  return { parameters, variables: { i32: 1, v128: vectors.size }, body };
}

function emitNode<K extends KernelName>(
  { kernel, attributes }: KernelNode<K> | AnyKernelNode,
  operands: readonly WasmCode[],
): WasmCode {
  return emitKernel(kernel as K, operands, attributes as KernelNode<K>['attributes']);
}
