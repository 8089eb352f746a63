/** The kernels that loops compute. */
import type { Kernels, KernelName } from '../../ir/kernels.js';
import { f32x4, four } from './simd.js';
import type { WasmCode } from './wasmBytes.js';

/** Instructions that leave the result on the stack; each operand is the instructions that push it. */
type Emit<K extends KernelName> = (
  operands: readonly WasmCode[],
  attributes: Kernels[K]['attributes'],
) => WasmCode;

const apply =
  (operation: WasmCode) =>
  (operands: readonly WasmCode[]): WasmCode => [...operands.flat(), ...operation];

const clip = (x: WasmCode, low: number, high: number): WasmCode => [
  ...[...x, ...four(low), ...f32x4.max],
  ...[...four(high), ...f32x4.min],
];

const emitters: { readonly [K in KernelName]?: Emit<K> } = {
  Add: apply(f32x4.add),
  Sub: apply(f32x4.sub),
  Multiply: apply(f32x4.mul),
  RealDiv: apply(f32x4.div),
  Maximum: apply(f32x4.max),
  Minimum: apply(f32x4.min),
  Neg: apply(f32x4.neg),
  Abs: apply(f32x4.abs),
  Floor: apply(f32x4.floor),
  Sqrt: apply(f32x4.sqrt),
  Rsqrt: (x) => [...four(1), ...x.flat(), ...f32x4.sqrt, ...f32x4.div],
  Reciprocal: (x) => [...four(1), ...x.flat(), ...f32x4.div],
  Square: (x) => [...x.flat(), ...x.flat(), ...f32x4.mul],
  ClipByValue: (x, { clipValueMin, clipValueMax }) => clip(x.flat(), clipValueMin, clipValueMax),
  // A factor that takes every normal number beyond ±1.
  Sign: (x) => clip([...x.flat(), ...four(1e38), ...f32x4.mul], -1, 1),
};

/** True for kernels that loops can compute. */
export function isLoopKernel(kernel: KernelName): boolean {
  return emitters[kernel] !== undefined;
}

/** The instructions of a kernel. */
export function emitKernel<K extends KernelName>(
  kernel: K,
  operands: readonly WasmCode[],
  attributes: Kernels[K]['attributes'],
): WasmCode {
  return emitters[kernel]?.(operands, attributes) ?? [];
}
