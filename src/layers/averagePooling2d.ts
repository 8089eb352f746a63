import { schemas, type AveragePooling2DLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { imageShape } from './shared/image.js';
import { pair } from './shared/pair.js';
import { meanAlong, pooledSize, poolingWindows } from './shared/pooling.js';

/**
 * Average pooling: the mean of each window, channel by channel, `[batch, height, width, channels]` →
 * `[batch, …windows, channels]`.
 *
 * The mean of a window that reaches beyond the image is taken over the pixels inside the image, as in TensorFlow and in
 * PyTorch with count_include_pad=False. FLOPs: poolHeight · poolWidth per output value.
 */
export const averagePooling2d = defineLayer<AveragePooling2DLayer>({
  type: 'averagePooling2d',
  schema: schemas.averagePooling2d,
  outputShape: (input, config) => {
    const [height, width, channels] = imageShape(input, 'averagePooling2d');
    const [vertical, horizontal] = poolingWindows(config);
    return [pooledSize(height, vertical), pooledSize(width, horizontal), channels];
  },
  flops: (_input, output, { poolSize }) => sizeOf(pair(poolSize)) * sizeOf(output),
  outputRange: (input) => input,
  apply: (x, config, _weights, { constant }) => {
    const [vertical, horizontal] = poolingWindows(config);
    // Pixel counts of windows are products of row and column counts, so the mean of the row means is the mean.
    return meanAlong(meanAlong(x, 1, vertical, constant), 2, horizontal, constant);
  },
});
