/**
 * Hinge loss with LeCam regularization: each score is also pulled towards the running mean of the other side's scores,
 * so that a discriminator with few samples does not drift away. With λ = `weight` and γ = `decay`,
 *
 *   D: E relu(1 − real) + E relu(1 + fake) + λ · (E (real − meanFake)² + E (fake − meanReal)²)        G: −E fake
 *
 * and after each step meanReal ← γ · meanReal + (1 − γ) · E real, meanFake alike; both are 0 at first. The term uses
 * the means from before the step.
 *
 * @source Tseng, Jiang, Liu, Yang, Yang 2021, "Regularizing Generative Adversarial Networks under Limited Data",
 *   arXiv:2104.03310, eqs. (4) to (6)
 */
import { defineLoss, tf, type Schedule } from 'ganspec';

/** Options of the loss. */
export interface LecamLoss {
  type: 'example/lecam';
  weight?: number | Schedule;
  decay?: number;
}

/** Scores are raw `[batch, 1]`, both results scalars; the state is `loss/meanReal` and `loss/meanFake`. */
export const lecam = defineLoss<LecamLoss>({
  type: 'example/lecam',
  schema: {
    $id: 'example/lecam.schema.json',
    title: 'LecamLoss',
    type: 'object',
    description:
      "Hinge loss that also pulls scores to the running mean of the other side's scores (LeCam).",
    required: ['type'],
    additionalProperties: false,
    properties: {
      type: { const: 'example/lecam' },
      weight: {
        type: 'number',
        minimum: 0,
        schedulable: true,
        default: 0.01,
        description: 'Factor on the regularization (λ of the paper).',
      },
      decay: {
        type: 'number',
        minimum: 0,
        maximum: 1,
        default: 0.99,
        description: 'Share of a running mean that a step keeps (γ of the paper).',
      },
    },
    examples: [{ type: 'example/lecam' }, { type: 'example/lecam', weight: 0.1, decay: 0.9 }],
  },
  scores: 'logits',
  state: () => ({ meanReal: 0, meanFake: 0 }),
  discriminatorLoss: ({ real, fake }, { weight, decay }, { state, update, stopGradient }) => {
    const { meanReal, meanFake } = state;
    if (!meanReal || !meanFake) throw new Error('the running means were not declared');
    const follow = (mean: typeof meanReal, scores: typeof real) =>
      tf.add(tf.mul(decay, mean), tf.mul(1 - decay, tf.mean(stopGradient(scores))));
    update('meanReal', follow(meanReal, real));
    update('meanFake', follow(meanFake, fake));
    const hinge = tf.add(tf.mean(tf.relu(tf.sub(1, real))), tf.mean(tf.relu(tf.add(1, fake))));
    const distance = tf.add(
      tf.mean(tf.square(tf.sub(real, meanFake))),
      tf.mean(tf.square(tf.sub(fake, meanReal))),
    );
    return tf.add(hinge, tf.mul(weight, distance));
  },
  generatorLoss: ({ fake }) => tf.neg(tf.mean(fake)),
});
