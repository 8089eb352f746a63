import { schemas, type GlobalSumPoolingLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { spatialChannels, spatialAxes } from './shared/channels.js';

/**
 * Sum of each channel over all positions of an image or sequence: `[batch, …spatial, channels]` → `[batch, channels]`.
 *
 * @source Miyato & Koyama 2018, arXiv:1802.05637, the discriminator of figure 14
 */
export const globalSumPooling = defineLayer<GlobalSumPoolingLayer>({
  type: 'globalSumPooling',
  schema: schemas.globalSumPooling,
  outputShape: (input) => [spatialChannels(input, 'globalSumPooling')],
  flops: (input) => sizeOf(input),
  apply: (x) => tf.sum(x, spatialAxes(x.rank)),
});
