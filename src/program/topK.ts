/** Top-k training: only the best generated samples give gradients to the generator. */
import type { LossEntry } from '../entries/loss.js';
import type { Scores } from '../entries/termContext.js';
import { tf, type Tensor } from '../tf.js';
import { bindScalar } from './bindConfig.js';
import type { GraphContext } from './stepContext.js';

/**
 * Restricts the gradient of the generated scores to the k best of n, scaled by n/k, so that a mean over all has the
 * gradient of the mean over those k; k = share · n, rounded, at least 1; of equal scores the first ones count. The values,
 * and so the reported loss, stay those of the whole batch. A loss on pairs of real and generated scores keeps its pairs;
 * one that is not separable is refused (GAN207).
 * @source Sinha et al. 2020, arXiv:2002.06224, section 3.1
 */
export function topScores(context: GraphContext, scores: Scores, loss: LossEntry): Scores {
  const { scope, registry, resolved } = context;
  const { topK } = resolved.spec.training;
  if (topK === 1) return scores;
  const share = bindScalar(scope, registry, 'training/topK', topK);
  return {
    get real() {
      return scores.real;
    },
    get fake() {
      const fixed = scope.recorder.stopGradient(scores.fake);
      const [count = 1] = fixed.shape;
      const kept = tf.maximum(tf.floor(tf.add(tf.mul(share, count), 0.5)), 1);
      const order = rank(context, loss.scores === 'logits' ? fixed : tf.neg(fixed), count);
      const weight = tf.mul(tf.cast(tf.less(order, kept), 'float32'), tf.div(count, kept));
      return tf.add(fixed, tf.mul(tf.sub(scores.fake, fixed), weight));
    },
  };
}

/** Number of scores above each score, `[n, 1]`. */
function rank({ scope }: GraphContext, scores: Tensor, count: number): Tensor {
  const row = tf.reshape(scores, [1, count]);
  const earlier = Array.from({ length: count * count }, (_, at) =>
    at % count < Math.floor(at / count) ? 1 : 0,
  );
  const above = tf.cast(tf.greater(row, scores), 'float32');
  const equal = tf.cast(tf.equal(row, scores), 'float32');
  const before = tf.mul(equal, scope.constant(earlier, [count, count]));
  return tf.sum(tf.add(above, before), 1, true);
}
