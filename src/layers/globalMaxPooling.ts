import { schemas, type GlobalMaxPoolingLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { spatialChannels, spatialAxes } from './shared/channels.js';

/**
 * Maximum of each channel over all positions of an image or sequence: `[batch, …spatial, channels]` →
 * `[batch, channels]`. Tied maxima share the gradient, as in Keras and in PyTorch's amax.
 */
export const globalMaxPooling = defineLayer<GlobalMaxPoolingLayer>({
  type: 'globalMaxPooling',
  schema: schemas.globalMaxPooling,
  outputShape: (input) => [spatialChannels(input, 'globalMaxPooling')],
  flops: (input) => sizeOf(input),
  outputRange: (input) => input,
  apply: (x) => tf.max(x, spatialAxes(x.rank)),
});
