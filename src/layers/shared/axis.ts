/** Axes in options: counted from the batch axis 0, from the end where negative. */
import type { Shape } from '../../ir/tensorType.js';
import { LayerShapeError } from '../../entries/entries.js';
import { shapeText } from './shapeText.js';

/**
 * The place of an axis in a shape without the batch axis: axis 1 is at place 0.
 *
 * @param layer Type of the layer whose option it is, for the message.
 * @throws LayerShapeError for the batch axis and for an axis that is not there.
 */
export function axisPlace(axis: number, input: Shape, layer: string): number {
  const place = axis < 0 ? input.length + axis : axis - 1;
  if (place >= 0 && place < input.length) return place;
  throw new LayerShapeError(
    `${layer} cannot act on axis ${axis} of ${shapeText(input)}, whose axes are 1 to ${input.length}`,
    'Axes are counted from the batch axis 0, which must be left alone; -1 is the last one.',
    'axis',
  );
}

/**
 * The size of the last axis.
 *
 * @throws LayerShapeError where there is no axis beside the batch.
 */
export function lastSize(input: Shape, layer: string): number {
  const size = input.at(-1);
  if (size !== undefined) return size;
  throw new LayerShapeError(
    `${layer} acts on the last axis, but its input has none beside the batch`,
    'Put a reshape to [1] before it.',
  );
}
