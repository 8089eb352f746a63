import type { Distribution } from '../../random/distribution.js';
import { LayerShapeError } from '../../entries/entries.js';

/**
 * For kernels of which each filter sees a part of the channels: the identity counts inputs within a part, but outputs
 * over all of them.
 *
 * @param option The option that holds the initializer.
 * @throws LayerShapeError for the identity, which would leave all parts but the first without weights.
 */
export function refuseIdentity({ kind }: Distribution, option: string): void {
  if (kind !== 'identity') return;
  throw new LayerShapeError(
    'the initializer "identity" would leave most filters at zero, since each of them sees a part of the channels only',
    'Take another initializer.',
    option,
  );
}
