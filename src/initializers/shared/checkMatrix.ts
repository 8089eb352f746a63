/** Shape check of initializers that fill matrices. */
import type { Shape } from '../../ir/tensorType.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';

/**
 * Checks that a parameter is a matrix or a convolution kernel.
 *
 * @param initializer Type of the initializer, for the message.
 * @throws LayerShapeError for a vector.
 */
export function checkMatrix(shape: Shape, initializer: string): void {
  if (shape.length >= 2) return;
  throw new LayerShapeError(
    `the initializer "${initializer}" fills matrices and filters, but this parameter has the shape [${shape.join(', ')}]`,
    'Give vectors a constant, or "zeros" or "ones".',
  );
}
