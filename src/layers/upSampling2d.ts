import { schemas, type UpSampling2DLayer } from '../generated/layers.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { asImages, imageShape } from './shared/image.js';
import { interpolateAlong } from './shared/interpolation.js';
import { pair } from './shared/pair.js';

/**
 * Upsampling of images by integer factors: `[batch, height, width, channels]` →
 * `[batch, height · vertical, width · horizontal, channels]`.
 *
 *   `nearest`: y[i, j] = x[⌊i / vertical⌋, ⌊j / horizontal⌋]
 *   `bilinear`: y = A x Bᵀ with two constant matrices of linear interpolation weights between pixel centres
 *   (TensorFlow's half-pixel centres, PyTorch's align_corners=False)
 *
 * FLOPs of `bilinear`: those of both matrix products, along the width first.
 */
export const upSampling2d = defineLayer<UpSampling2DLayer>({
  type: 'upSampling2d',
  schema: schemas.upSampling2d,
  outputShape: (input, { size }) => {
    const [height, width, channels] = imageShape(input, 'upSampling2d');
    const [vertical, horizontal] = pair(size);
    return [height * vertical, width * horizontal, channels];
  },
  flops: (input, _output, { size, interpolation }) => {
    if (interpolation === 'nearest') return 0;
    const [height, width, channels] = imageShape(input, 'upSampling2d');
    const [vertical, horizontal] = pair(size);
    const wide = height * width * horizontal * channels;
    const horizontalProduct = horizontal === 1 ? 0 : 2 * width * wide;
    return horizontalProduct + (vertical === 1 ? 0 : 2 * height * vertical * wide);
  },
  outputRange: (input) => input,
  apply: (x, { size, interpolation }, _weights, { constant }) => {
    const [vertical, horizontal] = pair(size);
    if (interpolation === 'bilinear') {
      const wide = interpolateAlong(x, 2, horizontal, constant);
      return interpolateAlong(wide, 1, vertical, constant);
    }
    const images = asImages(x);
    const [, height, width] = images.shape;
    return tf.image.resizeNearestNeighbor(images, [height * vertical, width * horizontal]);
  },
});
