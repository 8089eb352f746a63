import { schemas, type SoftplusActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { tf } from '../tf.js';

function value(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/**
 * Softplus, a smooth rectifier: f(x) = log(1 + e^x), computed as max(x, 0) + log1p(e^−|x|).
 *
 * @source Dugas et al. 2001, "Incorporating Second-Order Functional Knowledge for Better Option Pricing"
 */
export const softplus = defineActivation<SoftplusActivation>({
  type: 'softplus',
  schema: schemas.softplus,
  apply: (x) => tf.softplus(x),
  range: ([low, high]) => [value(low), value(high)],
});
