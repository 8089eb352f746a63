/** Instructions of WebAssembly for four float32 numbers at once. */
import { unsigned, type WasmCode } from './wasmBytes.js';

const simd = (code: number): WasmCode => [0xfd, ...unsigned(code)];

/** The alignment and offset of an access to memory. */
const access = (alignment: number): WasmCode => [alignment, 0];

/** Operations on the four numbers of one or two operands. */
export const f32x4 = {
  floor: simd(0x68),
  abs: simd(0xe0),
  neg: simd(0xe1),
  sqrt: simd(0xe3),
  add: simd(0xe4),
  sub: simd(0xe5),
  mul: simd(0xe6),
  div: simd(0xe7),
  min: simd(0xe8),
  max: simd(0xe9),
} as const;

/** Loads four numbers. Operand: the address. */
export const loadFour: WasmCode = [...simd(0x00), ...access(4)];

/** Loads one number four times. Operand: the address. */
export const loadOne: WasmCode = [...simd(0x09), ...access(2)];

/** Stores four numbers. Operands: the address, the numbers. */
export const storeFour: WasmCode = [...simd(0x0b), ...access(4)];

/** One number four times. */
export function four(value: number): WasmCode {
  return [...simd(0x0c), ...new Uint8Array(Float32Array.of(value, value, value, value).buffer)];
}
