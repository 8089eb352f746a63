/** Dropout of single values or whole channels. */
import type { Shape } from '../ir/tensorType.js';
import type { Hyperparameter } from '../entries/config.js';
import type { Interval } from '../entries/interval.js';
import type { LayerContext } from '../entries/layerContext.js';
import { tf, type Scalar, type Tensor } from '../tf.js';

/**
 * Inverted dropout: in training x · keep / (1 − rate), with the random input `keep` ~ Bernoulli(1 − rate); in inference x.
 *
 * @param maskShape Shape of `keep`, which is broadcast against x.
 * @param rate A tensor if scheduled.
 * @source Srivastava et al. 2014, "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", section 10 (inverted form)
 */
export function applyDropout(
  x: Tensor,
  maskShape: Shape,
  rate: Hyperparameter,
  context: LayerContext,
): Tensor {
  if (!context.training || rate === 0) return x;
  const probability = typeof rate === 'number' ? 1 - rate : tf.sub<Scalar>(1, rate);
  const scale = typeof probability === 'number' ? 1 / probability : tf.reciprocal(probability);
  const keep = context.random('keep', maskShape, { kind: 'bernoulli', probability });
  // The mask is scaled instead of x: the backward pass multiplies by the same mask and needs no further scaling.
  return tf.mul(x, tf.mul(tf.cast(keep, 'float32'), scale));
}

/** Output range of dropout, given the range of its input. */
export function dropoutRange([low, high]: Interval, rate: number): Interval {
  return [Math.min(low, 0) / (1 - rate), Math.max(high, 0) / (1 - rate)];
}
