/** Axis options: counted from the batch axis 0; negative values count from the end. */
import type { Shape } from '../../ir/tensorType.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';
import { shapeText } from './shapeText.js';

/**
 * Index of an axis in a shape without the batch axis: axis 1 has index 0.
 *
 * @param layer Type of the layer with the option, for the message.
 * @throws LayerShapeError for the batch axis and for an axis that does not exist.
 */
export function axisIndex(axis: number, input: Shape, layer: string): number {
  const index = axis < 0 ? input.length + axis : axis - 1;
  if (index >= 0 && index < input.length) return index;
  throw new LayerShapeError(
    `${layer} cannot act on axis ${axis} of ${shapeText(input)}, whose axes are 1 to ${input.length}`,
    'Axes are counted from the batch axis 0, which must be left alone; -1 is the last one.',
    'axis',
  );
}

/**
 * Size of the last axis.
 *
 * @throws LayerShapeError if the batch axis is the only one.
 */
export function lastSize(input: Shape, layer: string): number {
  const size = input.at(-1);
  if (size !== undefined) return size;
  throw new LayerShapeError(
    `${layer} acts on the last axis, but its input has none beside the batch`,
    'Put a reshape to [1] before it.',
  );
}
