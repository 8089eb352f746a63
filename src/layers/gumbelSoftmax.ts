import { schemas, type GumbelSoftmaxLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import type { LayerContext } from '../entries/layerContext.js';
import { tf, type Tensor } from '../tf.js';
import { lastSize } from './shared/axis.js';

/**
 * Gumbel-softmax: y = softmax((x + g) / temperature) along the last axis, with Gumbel noise g = −log(−log u) from the
 * random input `uniform`, u ~ U[0, 1), so that the argmax of y is a sample of the categorical distribution with logits x.
 *
 * With `hard`, the result is the one-hot vector of the argmax (the first of ties), with the gradient of the soft result
 * (straight-through estimator). Inference computes the same: it samples a category rather than taking the likeliest.
 * FLOPs: 8 per value.
 *
 * @source Jang, Gu, Poole 2017, arXiv:1611.01144, eqs. (1), (2), section 2.2; Maddison et al. 2017, arXiv:1611.00712
 */
export const gumbelSoftmax = defineLayer<GumbelSoftmaxLayer>({
  type: 'gumbelSoftmax',
  schema: schemas.gumbelSoftmax,
  randomAtInference: true,
  outputShape: (input) => {
    lastSize(input, 'gumbelSoftmax');
    return input;
  },
  flops: (input) => 8 * sizeOf(input),
  outputRange: () => [0, 1],
  apply: (x, { temperature, hard }, _weights, context) => {
    const uniform = context.random('uniform', x.shape, { kind: 'uniform', low: 0, high: 1 });
    // Keeps both logarithms finite in float32.
    const inside = tf.clipByValue(uniform, 1e-7, 1 - 1e-7);
    const gumbel = tf.neg(tf.log(tf.neg(tf.log(inside))));
    const soft = tf.softmax(tf.div(tf.add(x, gumbel), temperature));
    if (!hard) return soft;
    const chosen = firstMaximum(soft, context.constant);
    return tf.add(soft, context.stopGradient(tf.sub(chosen, soft)));
  },
});

/** 1 at the first maximum along the last axis, else 0. */
function firstMaximum(x: Tensor, constant: LayerContext['constant']): Tensor {
  const size = x.shape.at(-1) ?? 1;
  const descending = constant(
    Array.from({ length: size }, (_, index) => size - index),
    [size],
  );
  return maximumMask(tf.mul(maximumMask(x), descending));
}

/** 1 at each maximum along the last axis, else 0. */
function maximumMask(x: Tensor): Tensor {
  return tf.cast(tf.equal(x, tf.max(x, -1, true)), 'float32');
}
