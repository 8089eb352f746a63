import { schemas, type SpatialDropout2DLayer } from '../generated/layers.js';
import { applyDropout, dropoutRange } from '../ops/dropout.js';
import { defineLayer } from '../entries/layer.js';
import { asImages, imageShape } from './shared/image.js';

/**
 * Spatial dropout, of whole channels: in training y = x · keep / (1 − rate), with the random input
 * `keep` ~ Bernoulli(1 − rate) for each channel of each image; in inference y = x. Neighbouring pixels are strongly
 * correlated, so dropping single pixels would regularize little.
 *
 * @source Tompson et al. 2015, arXiv:1411.4280, section 3.2
 */
export const spatialDropout2d = defineLayer<SpatialDropout2DLayer>({
  type: 'spatialDropout2d',
  schema: schemas.spatialDropout2d,
  outputShape: (input) => imageShape(input, 'spatialDropout2d'),
  outputRange: (input, { rate }) => dropoutRange(input, rate),
  apply: (x, { rate }, _weights, context) => {
    const [batch, , , channels] = asImages(x).shape;
    return applyDropout(x, [batch, 1, 1, channels], rate, context);
  },
});
