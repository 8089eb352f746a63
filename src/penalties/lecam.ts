import { schema, type LecamPenalty } from '../generated/penalties/lecam.js';
import { definePenalty } from '../entries/define.js';
import { tf } from '../tf.js';

/**
 * LeCam regularization for few samples: scores may not leave the running means of the other side's scores behind.
 *
 *   α_R ← decay · α_R + (1 − decay) · E D(real),   α_F alike, both 0 at first
 *   value = E relu(D(real) − α_F)² + E relu(α_R − D(fake))²
 *
 * The means are those after the update, and no gradient flows through them. The rectifiers are those of the authors'
 * code; the paper is without them. State: `meanReal` and `meanFake`. The result is a scalar ≥ 0, not yet multiplied
 * by `weight`.
 *
 * @source Tseng, Jiang, Liu, Yang, Yang 2021, arXiv:2104.03310, eqs. (4) to (6)
 */
export const lecam = definePenalty<LecamPenalty>({
  type: 'lecam',
  schema,
  perSample: false,
  state: () => ({ meanReal: 0, meanFake: 0 }),
  value: ({ scores, state, update, stopGradient }, { decay }) => {
    const follow = (name: 'meanReal' | 'meanFake', side: 'real' | 'fake') => {
      const kept = tf.mul(decay, state[name] ?? 0);
      const mean = tf.add(kept, tf.mul(tf.sub(1, decay), tf.mean(stopGradient(scores[side]))));
      update(name, mean);
      return mean;
    };
    const [meanReal, meanFake] = [follow('meanReal', 'real'), follow('meanFake', 'fake')];
    return tf.add(
      tf.mean(tf.square(tf.relu(tf.sub(scores.real, meanFake)))),
      tf.mean(tf.square(tf.relu(tf.sub(meanReal, scores.fake)))),
    );
  },
});
