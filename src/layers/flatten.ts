import { schemas, type FlattenLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';

/** Flattens each sample to a vector in row-major order: `[batch, …]` → `[batch, size]`. */
export const flatten = defineLayer<FlattenLayer>({
  type: 'flatten',
  schema: schemas.flatten,
  outputShape: (input) => [sizeOf(input)],
  flops: () => 0,
  outputRange: (input) => input,
  apply: (x) => tf.reshape(x, [x.shape[0], -1]),
});
