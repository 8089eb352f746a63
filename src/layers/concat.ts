import { schemas, type ConcatLayer } from '../generated/layers.js';
import { defineMergeLayer } from '../entries/layer.js';
import { LayerShapeError } from '../entries/layerShapeError.js';
import { tf } from '../tf.js';
import { axisIndex } from './shared/axis.js';
import { firstAndOthers } from './shared/merge.js';
import { shapeText } from './shared/shapeText.js';

/** Concatenation of the inputs along one axis; the sizes of all other axes are equal. */
export const concat = defineMergeLayer<ConcatLayer>({
  type: 'concat',
  schema: schemas.concat,
  outputShape: (inputs, { axis }) => {
    const [first, others] = firstAndOthers(inputs, 'concat');
    const joined = axisIndex(axis, first, 'concat');
    const rest = shapeText(first.with(joined, 0));
    if (
      others.some(
        (shape) => shape.length !== first.length || shapeText(shape.with(joined, 0)) !== rest,
      )
    ) {
      throw new LayerShapeError(
        `concat along axis ${axis} joins inputs whose other sizes are equal, but has ${inputs.map(shapeText).join(' and ')}`,
        'Bring them to equal sizes first, or choose another axis.',
        'input',
      );
    }
    return first.with(
      joined,
      inputs.reduce((sum, shape) => sum + (shape[joined] ?? 0), 0),
    );
  },
  outputRange: (input) => input,
  apply: (inputs, { axis }) => tf.concat([...inputs], axis),
});
