import { schemas, type ConsistencyPenalty } from '../generated/penalties.js';
import { moveImages } from '../ops/moveImages.js';
import { definePenalty, type PenaltyContext } from '../entries/penalty.js';
import type { Hyperparameter } from '../entries/config.js';
import { tf, type Tensor } from '../tf.js';

/**
 * Consistency regularization of the discriminator C.
 *
 *   cr:  E (C(real) − C(T(real)))²
 *   bcr: E (C(real) − C(T(real)))² + E (C(fake) − C(T(fake)))²
 *   zcr: E (C(G(z)) − C(G(z + Δ)))²;   in the generator's loss −mean (G(z) − G(z + Δ))²
 *
 * T flips an image horizontally with probability ½ and shifts it along each axis by a whole number of pixels, drawn
 * uniformly from −`shift` to `shift` for each sample, with mirrored edges. Δ ~ N(0, radius²) is `radius` times the random
 * input `change`; classes and codes are kept. Values are scalars, not yet multiplied by `weight` or, for the generator,
 * by `generatorWeight`. The mean is taken over all values of the batch, so that the generator's weight does not depend
 * on the size of samples.
 *
 * @source cr: Zhang, Zhang, Odena, Lee 2020, arXiv:1910.12027, Algorithm 1; bcr and zcr: Zhao et al. 2021,
 *   arXiv:2002.04724, Algorithms 1 and 2
 */
export const consistency = definePenalty<ConsistencyPenalty>({
  type: 'consistency',
  schema: schemas.consistency,
  perSample: false,
  needsImages: ({ mode }) => mode !== 'zcr',
  networks: ({ mode }) => (mode === 'zcr' ? ['discriminator', 'generator'] : ['discriminator']),
  passes: ({ mode }) =>
    mode === 'zcr' ? { discriminator: 1, generator: 1 } : { discriminator: mode === 'cr' ? 1 : 2 },
  value: (context, { mode, shift, radius }) => {
    if (mode === 'zcr') return latentConsistency(context, radius);
    const onReal = imageConsistency(context, 'real', shift);
    return mode === 'cr' ? onReal : tf.add(onReal, imageConsistency(context, 'fake', shift));
  },
});

function meanSquaredDifference(a: Tensor, b: Tensor): Tensor {
  return tf.mean(tf.square(tf.sub(a, b)));
}

function latentConsistency(context: PenaltyContext, radius: Hyperparameter): Tensor {
  const { latent, generator } = context;
  const change = context.random('change', latent.shape, { kind: 'normal', mean: 0, stddev: 1 });
  const near = generator(tf.add(latent, tf.mul(radius, change)));
  if (context.network === 'generator')
    return tf.neg(meanSquaredDifference(generator(latent), near));
  return meanSquaredDifference(context.scores.fake, context.discriminator(near, 'fake'));
}

function imageConsistency(context: PenaltyContext, side: 'real' | 'fake', shift: number): Tensor {
  const moved = transformed(context, side, context[side], shift);
  return meanSquaredDifference(context.scores[side], context.discriminator(moved, side));
}

/** T(images), with random inputs whose names start with `side`. */
function transformed(
  { random, constant }: Pick<PenaltyContext, 'random' | 'constant'>,
  side: 'real' | 'fake',
  images: Tensor,
  shift: number,
): Tensor {
  const [batch = 1, height = 1, width = 1] = images.shape;
  const moves = (name: string, size: number): Tensor => {
    // With mirrored edges a shift must be smaller than the image.
    const max = Math.min(shift, size - 1);
    const shifts = { kind: 'uniform', low: -max, high: max + 1 } as const;
    return tf.floor(random(`${side}${name}`, [batch, 1], shifts));
  };
  const flips = random(`${side}Flips`, [batch, 1], { kind: 'bernoulli', probability: 0.5 });
  const move = {
    rows: moves('Rows', height),
    columns: moves('Columns', width),
    flips: tf.cast(flips, 'float32'),
  };
  return moveImages(images, move, 'mirrored', constant);
}
