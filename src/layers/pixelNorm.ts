import { schemas, type PixelNormLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { lastSize } from './shared/axis.js';

/**
 * Pixelwise feature normalization: y = x / √(mean over channels of x² + epsilon), for each pixel separately, in training
 * and inference. FLOPs: 4 per value.
 *
 * @source Karras et al. 2018, arXiv:1710.10196, section 4.2
 */
export const pixelNorm = defineLayer<PixelNormLayer>({
  type: 'pixelNorm',
  schema: schemas.pixelNorm,
  outputShape: (input) => {
    lastSize(input, 'pixelNorm');
    return input;
  },
  flops: (input) => 4 * sizeOf(input),
  apply: (x, { epsilon }) => tf.mul(x, tf.rsqrt(tf.add(tf.mean(tf.square(x), -1, true), epsilon))),
});
