import { schemas, type PermuteLayer } from '../generated/layers.js';
import type { Shape } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { LayerShapeError } from '../entries/layerShapeError.js';
import { tf } from '../tf.js';
import { shapeText } from './shared/shapeText.js';

/** Permutation of axes: axis i of the output is axis dims[i] of the input, both counted from 1; the batch axis stays first. */
export const permute = defineLayer<PermuteLayer>({
  type: 'permute',
  schema: schemas.permute,
  outputShape: (input, { dims }) => {
    const sizes = dims.flatMap((axis) => input.slice(axis - 1, axis));
    // The schema ensures that no axis is named twice.
    if (dims.length === input.length && sizes.length === input.length) return sizes;
    throw refusalOf(dims, input);
  },
  flops: () => 0,
  outputRange: (input) => input,
  apply: (x, { dims }) => tf.transpose(x, [0, ...dims]),
});

function refusalOf(dims: readonly number[], input: Shape): LayerShapeError {
  const axes = input.map((_, index) => index + 1).join(', ');
  return new LayerShapeError(
    `permute takes the axes ${dims.join(', ')}, but its input ${shapeText(input)} has the axes ${axes}`,
    'Name every axis once, counted from 1 without the batch axis.',
    'dims',
  );
}
