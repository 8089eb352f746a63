/** Networks in training, by role. */
import type { Player } from '../../entries/player.js';
import type { NormalTraining } from '../normalSpec.js';
import type { Role } from '../resolvedGan.js';

interface RoleInTraining {
  /** The player whose optimizer updates the network. */
  readonly optimizer: Player;
  /** Forward passes of one training step. */
  readonly passes: number;
  /** Samples, or packs of them, in one training pass. */
  readonly batch: (training: NormalTraining) => number;
}

export const roles: Readonly<Record<Role, RoleInTraining>> = {
  generator: { optimizer: 'generator', passes: 1, batch: ({ batchSize }) => batchSize },
  discriminator: {
    optimizer: 'discriminator',
    // One over real samples, one over generated ones.
    passes: 2,
    batch: ({ batchSize, packing, scoring }) =>
      (batchSize / packing) * (scoring === 'together' ? 2 : 1),
  },
  recognition: { optimizer: 'generator', passes: 1, batch: ({ batchSize }) => batchSize },
};
