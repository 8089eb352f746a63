/** Tensors of plain numbers, in and out. */
import { arrayOf } from '../../src/ir/arrays.js';
import type { TensorData, TensorMap, TensorType } from '../../src/ir/tensorType.js';

/** A tensor from plain numbers. */
export function tensor(
  dtype: TensorType['dtype'],
  shape: readonly number[],
  numbers: ArrayLike<number>,
): TensorData {
  return { dtype, shape, data: arrayOf[dtype].from(numbers) };
}

/** Feeds from pairs. */
export function feeds(...tensors: readonly (readonly [string, TensorData])[]): TensorMap {
  return new Map(tensors);
}

/** The numbers of one tensor of a map, as a plain list. */
export function numbersOf(map: TensorMap, name: string): number[] {
  return [...(map.get(name)?.data ?? [])];
}
