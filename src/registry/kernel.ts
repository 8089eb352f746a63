/** Kernels: the trainable tensors that multiply a layer's input. */
import type { ParameterSpec } from './entries.js';

/** The axis of a kernel's outputs; undefined for biases, running statistics and other tensors that are no kernels. */
export function kernelAxis({ shape, trainable, outputAxis }: ParameterSpec): number | undefined {
  if (!trainable || shape.length < 2 || outputAxis === null) return undefined;
  return outputAxis ?? shape.length - 1;
}

/** Name of the parameter in which spectral normalization keeps its estimate for a kernel. */
export function singularVector(kernel: string): string {
  return `${kernel}SingularVector`;
}
