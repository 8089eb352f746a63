import { schemas, type MaxPooling2DLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { imageShape } from './shared/image.js';
import { pair } from './shared/pair.js';
import { maxAlong, pooledSize, poolingWindows } from './shared/pooling.js';

/**
 * Max pooling: the maximum of each window, channel by channel, `[batch, height, width, channels]` →
 * `[batch, …windows, channels]`.
 *
 * Padding is never the maximum. Of tied maxima, the first in row-major order receives the gradient, as in TensorFlow and
 * PyTorch. FLOPs: poolHeight · poolWidth per output value.
 */
export const maxPooling2d = defineLayer<MaxPooling2DLayer>({
  type: 'maxPooling2d',
  schema: schemas.maxPooling2d,
  outputShape: (input, config) => {
    const [height, width, channels] = imageShape(input, 'maxPooling2d');
    const [vertical, horizontal] = poolingWindows(config);
    return [pooledSize(height, vertical), pooledSize(width, horizontal), channels];
  },
  flops: (_input, output, { poolSize }) => sizeOf(pair(poolSize)) * sizeOf(output),
  outputRange: (input) => input,
  apply: (x, config) => {
    const [vertical, horizontal] = poolingWindows(config);
    // Columns first, then rows, so that of tied maxima the one in the first row is selected.
    return maxAlong(maxAlong(x, 2, horizontal), 1, vertical);
  },
});
