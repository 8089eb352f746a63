import { schema, type DropoutLayer } from '../generated/layers/dropout.js';
import { defineLayer } from '../registry/define.js';
import { tf, type Scalar } from '../tf.js';

/**
 * Dropout: in training y = x · keep / (1 − rate), where the input `keep` is 1 with probability 1 − rate, else 0, for
 * each value; elsewhere y = x.
 *
 * @source Srivastava et al. 2014, "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", section 10 (inverted form)
 */
export const dropout = defineLayer<DropoutLayer>({
  type: 'dropout',
  schema,
  outputShape: (input) => input,
  outputRange: ([low, high], { rate }) => [
    Math.min(low, 0) / (1 - rate),
    Math.max(high, 0) / (1 - rate),
  ],
  apply: (x, { rate }, _weights, context) => {
    if (!context.training || rate === 0) return x;
    const probability = typeof rate === 'number' ? 1 - rate : tf.sub<Scalar>(1, rate);
    const scale = typeof probability === 'number' ? 1 / probability : tf.reciprocal(probability);
    const keep = context.random('keep', x.shape, { kind: 'bernoulli', probability });
    // The mask is scaled, not x: the backward pass multiplies by the same mask and needs no scaling of its own.
    return tf.mul(x, tf.mul(tf.cast(keep, 'float32'), scale));
  },
});
