import type { Distribution } from '../../random/distribution.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';

/**
 * Refuses the identity initializer for kernels whose filters see only part of the channels: their input index counts
 * within a part, their output index across all parts.
 *
 * @param option Name of the option with the initializer.
 * @throws LayerShapeError for the identity, which would set the filters of all parts but the first to zero.
 */
export function refuseIdentity({ kind }: Distribution, option: string): void {
  if (kind !== 'identity') return;
  throw new LayerShapeError(
    'the initializer "identity" would leave most filters at zero, since each of them sees a part of the channels only',
    'Take another initializer.',
    option,
  );
}
