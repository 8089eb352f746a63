/** Penalties on networks that are given as functions. */
import type { Player } from '../entries/player.js';
import type { PenaltyInputs } from '../program/penaltyContext.js';
import type { Tensor } from '../tf.js';

/** Two networks and the samples that a penalty acts on. */
export interface PenaltyProbe {
  /** The network whose loss the penalty is added to. */
  readonly network: Player;
  readonly real: Tensor;
  readonly fake: Tensor;
  /** Latent vectors of the generated samples, `[batch, dim]`. */
  readonly latent: Tensor;
  readonly discriminator: (samples: Tensor) => Tensor;
  readonly generator: (latent: Tensor) => Tensor;
  /** Output of every layer of the discriminator. */
  readonly features: (samples: Tensor) => Tensor;
  /** Output of every layer of the generator for `latent`. */
  readonly style: Tensor;
  /** Kernels of `network` by layer, the last axis being that of the outputs. */
  readonly kernels: Readonly<Record<string, Tensor>>;
}

/** The inputs of a penalty's context; latent vectors are standard normal. */
export function probeInputs({ features, style, kernels, ...probe }: PenaltyProbe): PenaltyInputs {
  const { network, real, fake, latent, discriminator } = probe;
  return {
    ...probe,
    scores: { real: discriminator(real), fake: discriminator(fake) },
    latentShape: latent.shape,
    latentDistribution: { kind: 'normal', mean: 0, stddev: 1 },
    layer: (of, _name, samples = 'fake') =>
      of === 'generator' ? style : features(samples === 'real' ? real : fake),
    weights: Object.entries(kernels).map(([layer, tensor]) => ({
      path: `${network}/${layer}/kernel`,
      tensor,
      shape: tensor.shape,
      trainable: true,
    })),
  };
}
