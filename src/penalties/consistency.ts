import { schema, type ConsistencyPenalty } from '../generated/penalties/consistency.js';
import { moveImages } from '../ops/moveImages.js';
import { definePenalty } from '../entries/define.js';
import type { Hyperparameter } from '../entries/config.js';
import type { PenaltyContext } from '../entries/entries.js';
import { tf, type Tensor } from '../tf.js';

/**
 * Consistency regularization of the discriminator C.
 *
 *   cr:  E (C(real) − C(T(real)))²
 *   bcr: E (C(real) − C(T(real)))² + E (C(fake) − C(T(fake)))²
 *   zcr: E (C(G(z)) − C(G(z + Δ)))²;   in the generator's loss −mean (G(z) − G(z + Δ))²
 *
 * T mirrors an image, left for right, with probability ½ and shifts it by up to `shift` pixels each way along each axis,
 * whole numbers drawn for each sample, what is beyond an edge being mirrored there. Δ, the input `change`, is
 * N(0, radius²); classes and codes stay as they are. Values are scalars, not yet multiplied by `weight`, the generator's not by `generatorWeight`; its mean
 * is over all values of the batch, so that its weight does not depend on the size of samples.
 *
 * @source cr: Zhang, Zhang, Odena, Lee 2020, arXiv:1910.12027, Algorithm 1; bcr and zcr: Zhao et al. 2021,
 *   arXiv:2002.04724, Algorithms 1 and 2
 */
export const consistency = definePenalty<ConsistencyPenalty>({
  type: 'consistency',
  schema,
  perSample: false,
  needsImages: ({ mode }) => mode !== 'zcr',
  networks: ({ mode }) => (mode === 'zcr' ? ['discriminator', 'generator'] : ['discriminator']),
  value: (context, { mode, shift, radius }) => {
    if (mode === 'zcr') return underLatentChange(context, radius);
    const onReal = underMotion(context, 'real', shift);
    return mode === 'cr' ? onReal : tf.add(onReal, underMotion(context, 'fake', shift));
  },
});

function distance(a: Tensor, b: Tensor): Tensor {
  return tf.mean(tf.square(tf.sub(a, b)));
}

function underLatentChange(context: PenaltyContext, radius: Hyperparameter): Tensor {
  const { latent, generator } = context;
  const change = context.random('change', latent.shape, { kind: 'normal', mean: 0, stddev: 1 });
  const near = generator(tf.add(latent, tf.mul(radius, change)));
  if (context.network === 'generator') return tf.neg(distance(generator(latent), near));
  return distance(context.scores.fake, context.discriminator(near, 'fake'));
}

function underMotion(context: PenaltyContext, side: 'real' | 'fake', shift: number): Tensor {
  const moved = changed(context, side, context[side], shift);
  return distance(context.scores[side], context.discriminator(moved, side));
}

/** T(images); its random numbers are inputs that start with `side`. */
function changed(
  { random, constant }: Pick<PenaltyContext, 'random' | 'constant'>,
  side: 'real' | 'fake',
  images: Tensor,
  shift: number,
): Tensor {
  const [batch = 1, height = 1, width = 1] = images.shape;
  const moves = (name: string, size: number): Tensor => {
    // Mirrored edges bear no shift by the whole image.
    const most = Math.min(shift, size - 1);
    const places = { kind: 'uniform', low: -most, high: most + 1 } as const;
    return tf.floor(random(`${side}${name}`, [batch, 1], places));
  };
  const flips = random(`${side}Flips`, [batch, 1], { kind: 'bernoulli', probability: 0.5 });
  const move = {
    rows: moves('Rows', height),
    columns: moves('Columns', width),
    flips: tf.cast(flips, 'float32'),
  };
  return moveImages(images, move, 'mirrored', constant);
}
