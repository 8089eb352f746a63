import { schemas, type PixelShuffleLayer } from '../generated/layers.js';
import { defineLayer } from '../entries/layer.js';
import { LayerShapeError } from '../entries/layerShapeError.js';
import { tf } from '../tf.js';
import { asImages, imageShape } from './shared/image.js';

/**
 * Depth to space: y[h · factor + i, w · factor + j, c] = x[h, w, (i · factor + j) · channels + c].
 *
 *   `[batch, height, width, channels · factor²]` → `[batch, height · factor, width · factor, channels]`
 *
 * The channel order is that of TensorFlow's depth_to_space for NHWC. PyTorch's PixelShuffle reads channel
 * c · factor² + i · factor + j instead; weights from PyTorch need their channels permuted.
 *
 * @source Shi et al. 2016, arXiv:1609.05158
 */
export const pixelShuffle = defineLayer<PixelShuffleLayer>({
  type: 'pixelShuffle',
  schema: schemas.pixelShuffle,
  outputShape: (input, { factor }) => {
    const [height, width, channels] = imageShape(input, 'pixelShuffle');
    const block = factor * factor;
    if (channels % block === 0) return [height * factor, width * factor, channels / block];
    throw new LayerShapeError(
      `pixelShuffle by ${factor} makes ${block} pixels of each, but its input has ${channels} channels`,
      `Let the layer before it give a multiple of ${block} channels.`,
      'factor',
    );
  },
  flops: () => 0,
  outputRange: (input) => input,
  apply: (x, { factor }) => {
    const [batch, height, width, depth] = asImages(x).shape;
    const channels = depth / (factor * factor);
    const blocks = tf.reshape(x, [batch, height, width, factor, factor, channels]);
    const rows = tf.transpose(blocks, [0, 1, 3, 2, 4, 5]);
    return tf.reshape(rows, [batch, height * factor, width * factor, channels]);
  },
});
