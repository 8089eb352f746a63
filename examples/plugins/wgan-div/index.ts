/**
 * WGAN-div. The discriminator D minimises, and the generator G minimises:
 *
 *   D: E D(fake) − E D(real) + k · E ‖∇D(x̂)‖ᵖ        G: −E D(fake)
 *
 * The authors have −D for D: here as everywhere in ganspec, higher scores mean more real, and the penalty does not mind.
 * Unlike that of WGAN-GP it pulls the norm to 0, not to 1. k = 2 and p = 6 are what the paper found best; the authors'
 * code has k = 10. Where x̂ lies matters little; as in that code, it lies between a real and a generated sample.
 *
 * @source Wu, Huang, Thoma, Acharya, Van Gool 2018, "Wasserstein Divergence for GANs", arXiv:1712.01026, the divergence
 *   W_{k,p}; `wgan_div.py` of the authors' code, https://github.com/musikisomorphie/wgan-div
 */
import { defineLoss, definePenalty, tf, type Schedule } from 'ganspec';

/** Options of the loss: none. */
export interface WganDivLoss {
  type: 'example/wganDiv';
}

/** Options of the penalty. */
export interface WganDivPenalty {
  type: 'example/wganDiv';
  weight?: number | Schedule;
  power?: number;
}

/** The first two terms; the third is the penalty below. Scores are raw `[batch, 1]`, both results scalars. */
export const wganDivLoss = defineLoss<WganDivLoss>({
  type: 'example/wganDiv',
  schema: {
    $id: 'example/wgan-div-loss.schema.json',
    title: 'WganDivLoss',
    type: 'object',
    description: 'Loss of WGAN-div on raw scores. It needs the penalty of the same name.',
    required: ['type'],
    additionalProperties: false,
    properties: { type: { const: 'example/wganDiv' } },
    examples: [{ type: 'example/wganDiv' }],
  },
  scores: 'logits',
  signed: () => false,
  needsLipschitz: true,
  discriminatorLoss: ({ real, fake }) => tf.sub(tf.mean(fake), tf.mean(real)),
  generatorLoss: ({ fake }) => tf.neg(tf.mean(fake)),
});

/**
 * value = mean over the batch of ‖∇D(x̂)‖ᵖ with x̂ = (1 − μ) · real + μ · fake; `weight` is the paper's k.
 *
 * μ `[batch, 1, …, 1]` is the input `mix`, drawn from U[0, 1), one number a sample.
 */
export const wganDivPenalty = definePenalty<WganDivPenalty>({
  type: 'example/wganDiv',
  schema: {
    $id: 'example/wgan-div-penalty.schema.json',
    title: 'WganDivPenalty',
    type: 'object',
    description:
      "Penalty of WGAN-div: a power of the norm of the discriminator's gradient between real and generated samples.",
    required: ['type'],
    additionalProperties: false,
    properties: {
      type: { const: 'example/wganDiv' },
      weight: {
        type: 'number',
        minimum: 0,
        schedulable: true,
        default: 2,
        description: 'Factor on the penalty (k of the paper).',
      },
      power: {
        type: 'number',
        minimum: 2,
        default: 6,
        description: 'Power of the norm (p of the paper).',
      },
    },
    examples: [{ type: 'example/wganDiv' }, { type: 'example/wganDiv', weight: 0.5, power: 2 }],
  },
  perSample: true,
  value: ({ real, fake, discriminator, gradient, random }, { power }) => {
    const shape = real.shape.map((size, axis) => (axis === 0 ? size : 1));
    const mix = random('mix', shape, { kind: 'uniform', low: 0, high: 1 });
    const between = tf.add(real, tf.mul(mix, tf.sub(fake, real)));
    const gradients = gradient(discriminator(between), between);
    const sampleAxes = real.shape.map((_size, axis) => axis).slice(1);
    const squaredNorm = tf.sum(tf.square(gradients), sampleAxes);
    return tf.mean(tf.pow(squaredNorm, power / 2));
  },
});
