/** The second input of layers that read a condition: a vector for each sample. */
import type { Shape } from '../../ir/tensorType.js';
import { LayerShapeError } from '../../entries/entries.js';
import { shapeText } from './shapeText.js';

/**
 * The size of a condition.
 *
 * @param layer Type of the layer that reads it, for the message.
 * @throws LayerShapeError where there is none, or where it is no vector.
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
