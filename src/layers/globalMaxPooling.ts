import { schema, type GlobalMaxPoolingLayer } from '../generated/layers/globalMaxPooling.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/define.js';
import { tf } from '../tf.js';
import { channelsOfPlaces, placeAxes } from './shared/channels.js';

/**
 * Greatest value of each channel over a whole image or sequence: `[batch, …places, channels]` → `[batch, channels]`.
 * Equal values share the gradient, as in Keras and in PyTorch's amax.
 */
export const globalMaxPooling = defineLayer<GlobalMaxPoolingLayer>({
  type: 'globalMaxPooling',
  schema,
  outputShape: (input) => [channelsOfPlaces(input, 'globalMaxPooling')],
  flops: (input) => sizeOf(input),
  outputRange: (input) => input,
  apply: (x) => tf.max(x, placeAxes(x.rank)),
});
