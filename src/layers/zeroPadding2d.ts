import { schemas, type ZeroPadding2DLayer } from '../generated/layers.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { imageShape } from './shared/image.js';
import { sidesOf } from './shared/sides.js';

/**
 * Zero padding of images: `[batch, height, width, channels]` →
 * `[batch, top + height + bottom, left + width + right, channels]`.
 */
export const zeroPadding2d = defineLayer<ZeroPadding2DLayer>({
  type: 'zeroPadding2d',
  schema: schemas.zeroPadding2d,
  outputShape: (input, { padding }) => {
    const [height, width, channels] = imageShape(input, 'zeroPadding2d');
    const [[top, bottom], [left, right]] = sidesOf(padding);
    return [top + height + bottom, left + width + right, channels];
  },
  flops: () => 0,
  outputRange: ([low, high]) => [Math.min(low, 0), Math.max(high, 0)],
  apply: (x, { padding }) => {
    const [vertical, horizontal] = sidesOf(padding);
    return tf.pad(x, [[0, 0], [...vertical], [...horizontal], [0, 0]]);
  },
});
