/** Shape checks of layers that merge several inputs. */
import type { Shape } from '../../ir/tensorType.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';
import { shapeText } from './shapeText.js';

/**
 * The first input and the others.
 *
 * @param layer Type of the merging layer, for the message.
 * @throws LayerShapeError if there are fewer than two inputs.
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
 * The common shape of all inputs.
 *
 * @param layer Type of the merging layer, for the message.
 * @throws LayerShapeError if the shapes differ or there are fewer than two inputs.
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
