import { schemas, type SoftsignActivation } from '../generated/activations.js';
import { defineActivation } from '../entries/activation.js';
import { tf } from '../tf.js';

function value(x: number): number {
  return Number.isFinite(x) ? x / (1 + Math.abs(x)) : Math.sign(x);
}

/**
 * Softsign: f(x) = x / (1 + |x|).
 *
 * @source Turian, Bergstra, Bengio 2009, "Quadratic Features and Deep Architectures for Chunking"
 */
export const softsign = defineActivation<SoftsignActivation>({
  type: 'softsign',
  schema: schemas.softsign,
  apply: (x) => tf.div(x, tf.add(tf.abs(x), 1)),
  range: ([low, high]) => [value(low), value(high)],
});
