/** Weights in fewer bits, in the encoding of TensorFlow.js. */
import { sizeOf, type TensorData } from '../ir/tensorType.js';
import { fromFloat16, toFloat16 } from './float16.js';

/** Types in which TensorFlow.js keeps weights that are not float32. */
export const quantizations = ['uint8', 'uint16', 'float16'] as const;
export type Quantization = (typeof quantizations)[number];

/** A float32 tensor in fewer bits. */
export interface QuantizedTensor {
  /** As a weight's `quantization` in `model.json`. */
  readonly quantization: {
    readonly dtype: Quantization;
    readonly min?: number;
    readonly scale?: number;
  };
  readonly data: Uint8Array | Uint16Array;
  /** The numbers that TensorFlow.js makes of it. */
  readonly restored: TensorData;
}

/** True for kernels and tables, which hold nearly all numbers of a network; biases and statistics stay as they are. */
export function isQuantized({ dtype, shape }: TensorData): boolean {
  return dtype === 'float32' && shape.length >= 2 && sizeOf(shape) > 1;
}

/** The tensor in a type of TensorFlow.js. */
export function quantize(tensor: TensorData, dtype: Quantization): QuantizedTensor {
  if (dtype === 'float16') {
    const data = Uint16Array.from(tensor.data, toFloat16);
    const restored = { ...tensor, data: Float32Array.from(data, fromFloat16) };
    return { quantization: { dtype }, data, restored };
  }
  const { min, scale, top } = affineRange(tensor.data, dtype === 'uint8' ? 0xff : 0xffff);
  const steps = Array.from(tensor.data, (value) => {
    return Math.min(top, Math.max(0, Math.round((value - min) / scale)));
  });
  const data = dtype === 'uint8' ? Uint8Array.from(steps) : Uint16Array.from(steps);
  const restored = { ...tensor, data: Float32Array.from(steps, (step) => step * scale + min) };
  return { quantization: { dtype, min, scale }, data, restored };
}

/**
 * The range min + scale · (0 … top) of a tensor. A range about 0 is moved so that 0 is one of its numbers, as padding and
 * unused weights need it.
 * @source tfjs-converter, `_get_affine_quantization_range` in python/tensorflowjs/quantization.py.
 */
function affineRange(
  data: TensorData['data'],
  top: number,
): { readonly min: number; readonly scale: number; readonly top: number } {
  let [min, max] = [Infinity, -Infinity];
  for (const value of data) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  if (min === max) return { min, scale: 1, top };
  const scale = (max - min) / top;
  return min <= 0 && max >= 0
    ? { min: -Math.round(-min / scale) * scale, scale, top }
    : { min, scale, top };
}
