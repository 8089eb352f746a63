/** Second input of conditioned layers: one vector per sample. */
import type { Shape } from '../../ir/tensorType.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';
import { shapeText } from './shapeText.js';

/**
 * Size of a condition.
 *
 * @param layer Type of the layer that reads it, for the message.
 * @throws LayerShapeError if the condition is missing or not a vector.
 */
export function conditionSize(condition: Shape | undefined, layer: string): number {
  const [size, ...others] = condition ?? [];
  if (size !== undefined && others.length === 0) return size;
  throw new LayerShapeError(
    `${layer} reads a vector as its second input, but has ${condition === undefined ? 'none' : shapeText(condition)}`,
    'Give a class, a latent vector or the output of a dense layer; a flatten makes a vector of anything.',
    'input',
  );
}
