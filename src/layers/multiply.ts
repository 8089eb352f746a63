import { schemas, type MultiplyLayer } from '../generated/layers.js';
import { defineMergeLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { commonShape } from './shared/merge.js';

/** Elementwise product of all inputs, which have the same shape: y = x₁ · x₂ · …. */
export const multiply = defineMergeLayer<MultiplyLayer>({
  type: 'multiply',
  schema: schemas.multiply,
  outputShape: (inputs) => commonShape(inputs, 'multiply'),
  apply: (inputs) => inputs.reduce((product, x) => tf.mul(product, x)),
});
