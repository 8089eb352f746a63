/** Parameters of a layer, and the kernels among them: trainable tensors that multiply the layer's input. */
import { sizeOf, type Shape } from '../ir/tensorType.js';
import type { Distribution } from '../random/distribution.js';

/** A tensor that belongs to a layer: a weight (trainable) or a running statistic (not). */
export interface ParameterSpec {
  readonly name: string;
  readonly shape: Shape;
  readonly initial: Distribution;
  readonly trainable: boolean;
  /**
   * Axes of a kernel that index its outputs, in rising order; default: the last one. A trainable tensor with two axes or
   * more is a kernel, which `spectralNorm` and `equalizedLearningRate` act on, unless this is null.
   */
  readonly outputAxes?: readonly number[] | null;
}

/** The axes of a kernel's outputs; undefined for biases, running statistics and other tensors that are no kernels. */
export function kernelAxes({
  shape,
  trainable,
  outputAxes,
}: Pick<ParameterSpec, 'shape' | 'trainable' | 'outputAxes'>): readonly number[] | undefined {
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
