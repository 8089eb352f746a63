/** Kernels: the trainable tensors that multiply a layer's input. */
import { sizeOf } from '../ir/tensorType.js';
import type { ParameterSpec } from './entries.js';

/** The axes of a kernel's outputs; undefined for biases, running statistics and other tensors that are no kernels. */
export function kernelAxes({
  shape,
  trainable,
  outputAxes,
}: ParameterSpec): readonly number[] | undefined {
  if (!trainable || shape.length < 2 || outputAxes === null) return undefined;
  return outputAxes ?? [shape.length - 1];
}

/** Number of a kernel's outputs: its filters. */
export function outputsOf(kernel: ParameterSpec): number {
  return sizeOf((kernelAxes(kernel) ?? []).map((axis) => kernel.shape[axis] ?? 1));
}

/** Name of the parameter in which spectral normalization keeps its estimate for a kernel. */
export function singularVector(kernel: string): string {
  return `${kernel}SingularVector`;
}
