/** Networks in training, by role. */
import type { Player } from '../../entries/player.js';
import type { NormalTraining } from '../normalSpec.js';

interface RoleInTraining {
  /** The player whose optimizer updates the network. */
  readonly optimizer: Player;
  /** Forward passes of one training step. */
  readonly passes: number;
  /** Samples, or packs of them, in one training pass. */
  readonly batch: (training: NormalTraining) => number;
}

export const roles = {
  generator: { optimizer: 'generator', passes: 1, batch: ({ batchSize }) => batchSize },
  discriminator: {
    optimizer: 'discriminator',
    // One over real samples, one over generated ones.
    passes: 2,
    batch: ({ batchSize, packing, scoring }) =>
      (batchSize / packing) * (scoring === 'together' ? 2 : 1),
  },
  recognition: { optimizer: 'generator', passes: 1, batch: ({ batchSize }) => batchSize },
} as const satisfies Readonly<Record<string, RoleInTraining>>;

/** The part of a network in the GAN; `recognition` recovers the codes of generated samples (InfoGAN). */
export type Role = keyof typeof roles;

/** One of something for each network of a GAN: each player is a network, the others may be absent. */
export type ByRole<T> = Readonly<Record<Player, T> & Partial<Record<Role, T>>>;
