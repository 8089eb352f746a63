import { schema, type GumbelSoftmaxLayer } from '../generated/layers/gumbelSoftmax.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/define.js';
import type { LayerContext } from '../entries/entries.js';
import { tf, type Tensor } from '../tf.js';
import { lastSize } from './shared/axis.js';

/**
 * Gumbel-softmax: y = softmax((x + g) / temperature) along the last axis, g = −log(−log u) with the input `uniform`
 * u in [0, 1), so that the place of the largest value is a draw from the categories with logits x.
 *
 * With `hard` the result is 1 at that place, the first where several are as large, and 0 elsewhere, with the gradient of the soft one (straight through).
 * The same is computed when sampling: a category is drawn, not the likeliest one taken. FLOPs: 8 for each value.
 *
 * @source Jang, Gu, Poole 2017, arXiv:1611.01144, eqs. (1), (2), section 2.2; Maddison et al. 2017, arXiv:1611.00712
 */
export const gumbelSoftmax = defineLayer<GumbelSoftmaxLayer>({
  type: 'gumbelSoftmax',
  schema,
  drawsAtRest: true,
  outputShape: (input) => {
    lastSize(input, 'gumbelSoftmax');
    return input;
  },
  flops: (input) => 8 * sizeOf(input),
  outputRange: () => [0, 1],
  apply: (x, { temperature, hard }, _weights, context) => {
    const uniform = context.random('uniform', x.shape, { kind: 'uniform', low: 0, high: 1 });
    // Both logarithms stay finite in float32.
    const inside = tf.clipByValue(uniform, 1e-7, 1 - 1e-7);
    const gumbel = tf.neg(tf.log(tf.neg(tf.log(inside))));
    const soft = tf.softmax(tf.div(tf.add(x, gumbel), temperature));
    if (!hard) return soft;
    const chosen = firstLargest(soft, context.constant);
    return tf.add(soft, context.stopGradient(tf.sub(chosen, soft)));
  },
});

/** 1 at the first of the largest values along the last axis, else 0. */
function firstLargest(x: Tensor, constant: LayerContext['constant']): Tensor {
  const size = x.shape.at(-1) ?? 1;
  const earlierIsMore = constant(
    Array.from({ length: size }, (_, place) => size - place),
    [size],
  );
  const ranked = tf.mul(atLargest(x), earlierIsMore);
  return atLargest(ranked);
}

/** 1 where the largest value along the last axis stands, else 0. */
function atLargest(x: Tensor): Tensor {
  return tf.cast(tf.equal(x, tf.max(x, -1, true)), 'float32');
}
