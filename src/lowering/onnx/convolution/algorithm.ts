/** Ways to lower a convolution kernel, of which the cheapest that applies is taken. */
import { InternalError } from '../../../diagnostics/errors.js';
import type { OnnxBuilder, OnnxValue } from '../onnxBuilder.js';
import type { ConvGeometry } from './geometry.js';

/** One way to lower one of the three convolution kernels. */
export interface ConvAlgorithm {
  readonly name: string;
  applies(geometry: ConvGeometry): boolean;
  /** Expected time in microseconds, comparable among the algorithms of one kernel. */
  cost(geometry: ConvGeometry): number;
  /**
   * @param a The kernel's first operand: an image, or the gradient `dy` of the result.
   * @param b Its second operand.
   */
  lower(a: OnnxValue, b: OnnxValue, geometry: ConvGeometry, onnx: OnnxBuilder): OnnxValue;
}

/** The cheapest algorithm that applies. */
export function cheapest(
  algorithms: readonly ConvAlgorithm[],
  geometry: ConvGeometry,
): ConvAlgorithm {
  const [best] = algorithms
    .filter((algorithm) => algorithm.applies(geometry))
    .toSorted((left, right) => left.cost(geometry) - right.cost(geometry));
  if (best === undefined) throw new InternalError('no algorithm applies to a convolution');
  return best;
}
