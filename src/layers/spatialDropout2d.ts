import { schema, type SpatialDropout2DLayer } from '../generated/layers/spatialDropout2d.js';
import { applyDropout, dropoutRange } from '../ops/dropout.js';
import { defineLayer } from '../entries/define.js';
import { asImages, imageShape } from './shared/image.js';

/**
 * Dropout of whole channels: in training y = x · keep / (1 − rate), where the input `keep` is 1 with probability
 * 1 − rate, else 0, for each channel of each image; elsewhere y = x. Neighbouring pixels are so alike that dropping
 * them one by one takes little away.
 *
 * @source Tompson et al. 2015, arXiv:1411.4280, section 3.2
 */
export const spatialDropout2d = defineLayer<SpatialDropout2DLayer>({
  type: 'spatialDropout2d',
  schema,
  outputShape: (input) => imageShape(input, 'spatialDropout2d'),
  outputRange: (input, { rate }) => dropoutRange(input, rate),
  apply: (x, { rate }, _weights, context) => {
    const [batch, , , channels] = asImages(x).shape;
    return applyDropout(x, [batch, 1, 1, channels], rate, context);
  },
});
