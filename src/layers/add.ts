import { schemas, type AddLayer } from '../generated/layers.js';
import { defineMergeLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { commonShape } from './shared/merge.js';

/** Sum of all inputs, which have the same shape: y = x₁ + x₂ + …. */
export const add = defineMergeLayer<AddLayer>({
  type: 'add',
  schema: schemas.add,
  outputShape: (inputs) => commonShape(inputs, 'add'),
  apply: (inputs) => inputs.reduce((sum, x) => tf.add(sum, x)),
});
