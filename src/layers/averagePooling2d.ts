import { schema, type AveragePooling2DLayer } from '../generated/layers/averagePooling2d.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/define.js';
import { imageShape } from './shared/image.js';
import { pair } from './shared/pair.js';
import { meanAlong, pooledSize, poolingWindows } from './shared/pooling.js';

/**
 * Mean of each window, channel by channel: `[batch, height, width, channels]` → `[batch, …windows, channels]`.
 *
 * A window that reaches beyond the image is divided by the number of pixels that it sees, as in TensorFlow
 * and in PyTorch with count_include_pad=False. FLOPs: poolHeight · poolWidth for each output value.
 */
export const averagePooling2d = defineLayer<AveragePooling2DLayer>({
  type: 'averagePooling2d',
  schema,
  outputShape: (input, config) => {
    const [height, width, channels] = imageShape(input, 'averagePooling2d');
    const [vertical, horizontal] = poolingWindows(config);
    return [pooledSize(height, vertical), pooledSize(width, horizontal), channels];
  },
  flops: (_input, output, { poolSize }) => sizeOf(pair(poolSize)) * sizeOf(output),
  outputRange: (input) => input,
  apply: (x, config, _weights, { constant }) => {
    const [vertical, horizontal] = poolingWindows(config);
    // The number of pixels of a window is a product too, so that the mean of the means is the mean.
    return meanAlong(meanAlong(x, 1, vertical, constant), 2, horizontal, constant);
  },
});
