/** The engines that every conformance suite runs over. */
import type { Engine } from '../../src/engines/engine.js';
import { onnxEngine } from '../../src/engines/onnx/onnxEngine.js';
import { tfjsEngine } from '../../src/engines/tfjs/tfjsEngine.js';
import type { TensorData, TensorMap, TensorType } from '../../src/ir/tensorType.js';

export const engines: readonly Engine[] = [onnxEngine, tfjsEngine];

/** A tensor from plain numbers. */
export function tensor(
  dtype: TensorType['dtype'],
  shape: readonly number[],
  numbers: ArrayLike<number>,
): TensorData {
  const arrays = { float32: Float32Array, int32: Int32Array, bool: Uint8Array };
  return { dtype, shape, data: arrays[dtype].from(numbers) };
}

/** Feeds from pairs. */
export function feeds(...tensors: readonly (readonly [string, TensorData])[]): TensorMap {
  return new Map(tensors);
}

/** The numbers of one tensor of a map, as a plain list. */
export function numbersOf(map: TensorMap, name: string): number[] {
  return [...(map.get(name)?.data ?? [])];
}
