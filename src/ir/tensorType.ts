/** Types of tensors, and tensors on the host. */

export type DType = 'float32' | 'int32' | 'bool';

/** Sizes of the axes, outermost first; images are `[batch, height, width, channels]`. */
export type Shape = readonly number[];

export interface TensorType {
  readonly dtype: DType;
  readonly shape: Shape;
}

/** The number of elements; 1 for a scalar. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** A tensor on the host, in row-major order; `bool` takes one byte per element. */
export interface TensorData extends TensorType {
  readonly data: Float32Array | Int32Array | Uint8Array;
}

/** Named tensors: the state of a training run, the feeds or the results of a step. */
export type TensorMap = ReadonlyMap<string, TensorData>;

const dtypeNames: Readonly<Record<DType, string>> = { float32: 'f32', int32: 'i32', bool: 'bool' };

/** A type as text: `f32[64,28,28,1]`. */
export function typeText({ dtype, shape }: TensorType): string {
  return `${dtypeNames[dtype]}[${shape.join(',')}]`;
}
