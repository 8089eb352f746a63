import { schema, type MaxPooling2DLayer } from '../generated/layers/maxPooling2d.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/define.js';
import { imageShape } from './shared/image.js';
import { pair } from './shared/pair.js';
import { greatestAlong, pooledSize, poolingWindows } from './shared/pooling.js';

/**
 * Greatest value of each window, channel by channel: `[batch, height, width, channels]` → `[batch, …windows, channels]`.
 *
 * What lies beyond the image is never the greatest. Of equal values the first of the window takes the gradient, row by
 * row, as in TensorFlow and PyTorch. FLOPs: poolHeight · poolWidth for each output value.
 */
export const maxPooling2d = defineLayer<MaxPooling2DLayer>({
  type: 'maxPooling2d',
  schema,
  outputShape: (input, config) => {
    const [height, width, channels] = imageShape(input, 'maxPooling2d');
    const [vertical, horizontal] = poolingWindows(config);
    return [pooledSize(height, vertical), pooledSize(width, horizontal), channels];
  },
  flops: (_input, output, { poolSize }) => sizeOf(pair(poolSize)) * sizeOf(output),
  outputRange: (input) => input,
  apply: (x, config) => {
    const [vertical, horizontal] = poolingWindows(config);
    // Columns first, then rows: of equal values the first row then wins.
    return greatestAlong(greatestAlong(x, 2, horizontal), 1, vertical);
  },
});
