import { schemas, type LecamPenalty } from '../generated/penalties.js';
import { definePenalty } from '../entries/penalty.js';
import { tf } from '../tf.js';

/**
 * LeCam regularization for small data sets: holds scores near the moving average of the opposite side's scores.
 *
 *   α_R ← decay · α_R + (1 − decay) · E D(real),   α_F likewise with D(fake), both initially 0
 *   value = E relu(D(real) − α_F)² + E relu(α_R − D(fake))²
 *
 * The value uses the averages after the update; no gradient flows through them. The rectifiers follow the authors'
 * code; the paper omits them. State: `meanReal` and `meanFake`. The result is a scalar ≥ 0, not yet multiplied by
 * `weight`.
 *
 * @source Tseng, Jiang, Liu, Yang, Yang 2021, arXiv:2104.03310, eqs. (4) to (6)
 */
export const lecam = definePenalty<LecamPenalty>({
  type: 'lecam',
  schema: schemas.lecam,
  perSample: false,
  state: () => ({ meanReal: 0, meanFake: 0 }),
  value: ({ scores, state, update, stopGradient }, { decay }) => {
    const movingAverage = (name: 'meanReal' | 'meanFake', side: 'real' | 'fake') => {
      const previous = tf.mul(decay, state[name] ?? 0);
      const mean = tf.add(previous, tf.mul(tf.sub(1, decay), tf.mean(stopGradient(scores[side]))));
      update(name, mean);
      return mean;
    };
    const meanReal = movingAverage('meanReal', 'real');
    const meanFake = movingAverage('meanFake', 'fake');
    return tf.add(
      tf.mean(tf.square(tf.relu(tf.sub(scores.real, meanFake)))),
      tf.mean(tf.square(tf.relu(tf.sub(meanReal, scores.fake)))),
    );
  },
});
