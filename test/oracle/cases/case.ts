/** The type of kernel cases, and helpers to write their inputs. */
import type { KernelName, Kernels } from '../../../src/ir/kernels.js';
import type { Shape, TensorType } from '../../../src/ir/tensorType.js';

export interface CaseInput extends TensorType {
  /** Values are uniform in this interval; whole numbers include both ends. */
  readonly range: readonly [low: number, high: number];
  /** Values keep away from these: kinks and jumps of the kernel. */
  readonly avoid: readonly number[];
}

interface Case<K extends KernelName> {
  readonly inputs: readonly CaseInput[];
  readonly attributes: Kernels[K]['attributes'];
}

export type CasesOf<K extends KernelName> = readonly Case<K>[];

/** One kernel call to be tested. */
export type KernelCase = {
  [K in KernelName]: Case<K> & { readonly kernel: K };
}[KernelName];

/** A float32 input with values in `range` away from `avoid`. */
export function real(
  shape: Shape,
  range: readonly [number, number] = [-2, 2],
  avoid: readonly number[] = [],
): CaseInput {
  return { dtype: 'float32', shape, range, avoid };
}

/** An int32 input with values in `range`. */
export function whole(shape: Shape, range: readonly [number, number] = [-3, 3]): CaseInput {
  return { dtype: 'int32', shape, range, avoid: [] };
}

/** A bool input. */
export function truth(shape: Shape): CaseInput {
  return { dtype: 'bool', shape, range: [0, 1], avoid: [] };
}
