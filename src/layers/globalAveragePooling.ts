import {
  schema,
  type GlobalAveragePoolingLayer,
} from '../generated/layers/globalAveragePooling.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/define.js';
import { tf } from '../tf.js';
import { channelsOfPlaces, placeAxes } from './shared/channels.js';

/** Mean of each channel over a whole image or sequence: `[batch, …places, channels]` → `[batch, channels]`. */
export const globalAveragePooling = defineLayer<GlobalAveragePoolingLayer>({
  type: 'globalAveragePooling',
  schema,
  outputShape: (input) => [channelsOfPlaces(input, 'globalAveragePooling')],
  flops: (input) => sizeOf(input),
  outputRange: (input) => input,
  apply: (x) => tf.mean(x, placeAxes(x.rank)),
});
