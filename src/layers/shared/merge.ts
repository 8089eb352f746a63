/** What layers that join several inputs ask of them. */
import type { Shape } from '../../ir/tensorType.js';
import { LayerShapeError } from '../../entries/entries.js';
import { shapeText } from './shapeText.js';

/**
 * The first input and the others.
 *
 * @param layer Type of the layer that joins them, for the message.
 * @throws LayerShapeError where there are fewer than two.
 */
export function firstAndOthers(
  inputs: readonly Shape[],
  layer: string,
): readonly [first: Shape, others: readonly Shape[]] {
  const [first, ...others] = inputs;
  if (first !== undefined && others.length > 0) return [first, others];
  throw new LayerShapeError(
    `${layer} joins two inputs or more, but has ${inputs.length}`,
    'Name the layers it reads, as in "input": ["first", "second"].',
    'input',
  );
}

/**
 * The shape that all inputs have.
 *
 * @param layer Type of the layer that joins them, for the message.
 * @throws LayerShapeError where they differ, or where there are fewer than two.
 */
export function commonShape(inputs: readonly Shape[], layer: string): Shape {
  const [first, others] = firstAndOthers(inputs, layer);
  if (others.every((shape) => shapeText(shape) === shapeText(first))) return first;
  throw new LayerShapeError(
    `${layer} joins inputs of one shape, but has ${inputs.map(shapeText).join(' and ')}`,
    'Bring them to one shape first, for example by a conv2d with kernelSize 1 (in a residual: as its "shortcut").',
    'input',
  );
}
