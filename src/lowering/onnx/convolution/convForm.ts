/** Ways to lower the three kernels of a convolution, of which the cheapest that applies is taken. */
import { InternalError } from '../../../diagnostics/errors.js';
import type { OnnxBuilder, OnnxValue } from '../onnxBuilder.js';
import type { ConvGeometry } from '../../convolution/geometry.js';

/**
 * One way to lower a convolution and its two gradients. They are chosen together since they share operands: the builder makes
 * equal nodes once.
 */
export interface ConvForm {
  readonly name: string;
  /** Expected nanoseconds of all three kernels in two threads; undefined where the form does not apply. */
  cost(geometry: ConvGeometry): number | undefined;
  lowerings(geometry: ConvGeometry, onnx: OnnxBuilder): ConvLowerings;
}

/** The lowerings of the three kernels of one convolution. */
export interface ConvLowerings {
  /** @returns y */
  forward(x: OnnxValue, filter: OnnxValue): OnnxValue;
  /** @returns the gradient with respect to x */
  inputGradient(dy: OnnxValue, filter: OnnxValue): OnnxValue;
  /** @returns the gradient with respect to the filter */
  filterGradient(x: OnnxValue, dy: OnnxValue): OnnxValue;
}

/** Lowers one kernel. */
export type ConvLowering = (
  a: OnnxValue,
  b: OnnxValue,
  geometry: ConvGeometry,
  onnx: OnnxBuilder,
) => OnnxValue;

/** The cheapest form that applies. */
export function cheapest(forms: readonly ConvForm[], geometry: ConvGeometry): ConvForm {
  const costs = forms.map((form) => ({ form, cost: form.cost(geometry) ?? Infinity }));
  const [best] = costs.toSorted((left, right) => left.cost - right.cost);
  if (best === undefined || best.cost === Infinity) {
    throw new InternalError('no form applies to a convolution');
  }
  return best.form;
}
