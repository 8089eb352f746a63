import { schema, type UpSampling2DLayer } from '../generated/layers/upSampling2d.js';
import { defineLayer } from '../registry/define.js';
import { tf } from '../tf.js';
import { asImages, imageShape } from './geometry/image.js';
import { pair } from './geometry/pair.js';

/**
 * Nearest-neighbour enlargement by whole factors: y[i, j] = x[⌊i / vertical⌋, ⌊j / horizontal⌋].
 *
 *   `[batch, height, width, channels]` → `[batch, height · vertical, width · horizontal, channels]`
 */
export const upSampling2d = defineLayer<UpSampling2DLayer>({
  type: 'upSampling2d',
  schema,
  outputShape: (input, { size }) => {
    const [height, width, channels] = imageShape(input, 'upSampling2d');
    const [vertical, horizontal] = pair(size);
    return [height * vertical, width * horizontal, channels];
  },
  flops: () => 0,
  outputRange: (input) => input,
  apply: (x, { size }) => {
    const images = asImages(x);
    const [, height, width] = images.shape;
    const [vertical, horizontal] = pair(size);
    return tf.image.resizeNearestNeighbor(images, [height * vertical, width * horizontal]);
  },
});
