import { schema, type AddLayer } from '../generated/layers/add.js';
import { defineMergeLayer } from '../registry/define.js';
import { LayerShapeError } from '../registry/entries.js';
import { tf } from '../tf.js';
import { firstAndOthers } from './geometry/merge.js';
import { shapeText } from './geometry/shapeText.js';

/** Sum of all inputs, which have one shape: y = x₁ + x₂ + …. */
export const add = defineMergeLayer<AddLayer>({
  type: 'add',
  schema,
  outputShape: (inputs) => {
    const [first, others] = firstAndOthers(inputs, 'add');
    if (others.some((shape) => shapeText(shape) !== shapeText(first))) {
      throw new LayerShapeError(
        `add joins inputs of one shape, but has ${inputs.map(shapeText).join(' and ')}`,
        'Bring them to one shape first, for example by a conv2d with kernelSize 1.',
        'input',
      );
    }
    return first;
  },
  apply: (inputs) => inputs.reduce((sum, x) => tf.add(sum, x)),
});
