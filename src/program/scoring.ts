/** Scores of samples by the discriminator, with packing, augmentation and instance noise. */
import { entryOf } from '../entries/entryOf.js';
import { tf, type Tensor } from '../tf.js';
import { augmented } from './augment/augmented.js';
import { bindScalar } from './bindConfig.js';
import { applyNetwork, partOf } from './network.js';
import type { NetworkPass, PassOptions } from './networkPass.js';
import type { GraphContext } from './stepContext.js';

/** A pass of the discriminator. */
export interface ScoredPass {
  /**
   * Raw scores, or errors of reconstruction: `[batch, 1]`, or where patches are scored `[batch · patches, 1]`, those of a
   * sample one after the other.
   */
  readonly scores: Tensor;
  readonly layer: NetworkPass['layer'];
}

/**
 * Scores packed samples. In training they are augmented and get instance noise first.
 * @param labels Their classes, one-hot, where the GAN has classes.
 * @param noise Name and share of the instance noise; default: those of the pass itself.
 */
export function scoreSamples(
  context: GraphContext,
  samples: Tensor,
  labels: Tensor | undefined,
  options: PassOptions,
  noise: NoiseOf = options,
): ScoredPass {
  const { scope, registry, resolved } = context;
  const { discriminator } = resolved.networks;
  const input = options.training
    ? withInstanceNoise(context, augmented(context, samples, options), noise)
    : samples;
  const pass = applyNetwork(scope, registry, discriminator, { input, labels }, options);
  return { scores: scoresOf(context, input, pass.output), layer: pass.layer };
}

/** The discriminator's output, or for a loss on reconstructions its distance from the input: the mean over each sample. */
function scoresOf({ registry, resolved }: GraphContext, input: Tensor, output: Tensor): Tensor {
  const { loss } = resolved.spec;
  const entry = entryOf(registry, 'loss', loss.type);
  if (entry.scores === 'logits') return output.rank === 2 ? output : tf.reshape(output, [-1, 1]);
  const difference = tf.sub(input, output);
  const distance = entry.distance(loss) === 'absolute' ? tf.abs(difference) : tf.square(difference);
  const axes = input.shape.map((_size, axis) => axis).slice(1);
  return tf.reshape(tf.mean(distance, axes), [-1, 1]);
}

/**
 * Samples in packs, joined along the last axis: `[batch, …, c]` → `[batch / m, …, m · c]`.
 * @source Lin et al. 2018, arXiv:1712.04086, section 2
 */
export function packed({ resolved }: GraphContext, samples: Tensor): Tensor {
  const { packing } = resolved.spec.training;
  if (packing === 1) return samples;
  const [batch = 1, ...shape] = samples.shape;
  const channels = shape.at(-1) ?? 1;
  const places = shape.slice(0, -1).reduce((a, b) => a * b, 1);
  const grouped = tf.reshape(samples, [batch / packing, packing, places, channels]);
  const together = tf.transpose(grouped, [0, 2, 1, 3]);
  return tf.reshape(together, [batch / packing, ...shape.slice(0, -1), packing * channels]);
}

/** Prefix of the noise's name, and the share of it that the samples get. */
export type NoiseOf = Pick<PassOptions, 'prefix' | 'part'>;

/** x + σ·n, n standard normal. @source Sønderby et al. 2017, arXiv:1610.04490, section 3.2. */
function withInstanceNoise(
  { scope, registry, resolved }: GraphContext,
  samples: Tensor,
  { prefix = '', part }: NoiseOf,
): Tensor {
  const deviation = resolved.spec.training.instanceNoise;
  if (deviation === 0) return samples;
  const noise = partOf(part, samples.shape, (shape) =>
    scope.random(
      `${prefix}discriminator/noise`,
      shape,
      { kind: 'normal', mean: 0, stddev: 1 },
      part
        ? 'instance noise of unit deviation; real samples first, then generated ones'
        : 'instance noise of unit deviation',
    ),
  );
  const scale = bindScalar(scope, registry, 'training/instanceNoise', deviation);
  return tf.add(samples, tf.mul(noise, scale));
}
