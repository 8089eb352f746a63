import { schemas, type GlobalAveragePoolingLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { spatialChannels, spatialAxes } from './shared/channels.js';

/** Mean of each channel over all positions of an image or sequence: `[batch, …spatial, channels]` → `[batch, channels]`. */
export const globalAveragePooling = defineLayer<GlobalAveragePoolingLayer>({
  type: 'globalAveragePooling',
  schema: schemas.globalAveragePooling,
  outputShape: (input) => [spatialChannels(input, 'globalAveragePooling')],
  flops: (input) => sizeOf(input),
  outputRange: (input) => input,
  apply: (x) => tf.mean(x, spatialAxes(x.rank)),
});
