import { schema, type GlobalSumPoolingLayer } from '../generated/layers/globalSumPooling.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/define.js';
import { tf } from '../tf.js';
import { channelsOfPlaces, placeAxes } from './shared/channels.js';

/**
 * Sum of each channel over a whole image or sequence: `[batch, …places, channels]` → `[batch, channels]`.
 *
 * @source Miyato & Koyama 2018, arXiv:1802.05637, the discriminator of figure 14
 */
export const globalSumPooling = defineLayer<GlobalSumPoolingLayer>({
  type: 'globalSumPooling',
  schema,
  outputShape: (input) => [channelsOfPlaces(input, 'globalSumPooling')],
  flops: (input) => sizeOf(input),
  apply: (x) => tf.sum(x, placeAxes(x.rank)),
});
