import { schemas, type UpSampling1DLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { interpolateAlong } from './shared/interpolation.js';
import { asRows, asSequences, sequenceShape } from './shared/sequence.js';

/**
 * Upsampling of sequences by an integer factor: `[batch, length, channels]` → `[batch, length · size, channels]`.
 *
 *   `nearest`: y[i] = x[⌊i / size⌋]
 *   `linear`: y = A x with a constant matrix of linear interpolation weights (PyTorch's align_corners=False)
 *
 * FLOPs of `linear`: 2 · length per output value.
 */
export const upSampling1d = defineLayer<UpSampling1DLayer>({
  type: 'upSampling1d',
  schema: schemas.upSampling1d,
  outputShape: (input, { size }) => {
    const [length, channels] = sequenceShape(input, 'upSampling1d');
    return [length * size, channels];
  },
  flops: (input, output, { size, interpolation }) =>
    interpolation === 'nearest' || size === 1
      ? 0
      : 2 * sequenceShape(input, 'upSampling1d')[0] * sizeOf(output),
  outputRange: (input) => input,
  apply: (x, { size, interpolation }, _weights, { constant }) => {
    if (interpolation === 'linear') return interpolateAlong(x, 1, size, constant);
    const rows = asRows(x);
    return asSequences(tf.image.resizeNearestNeighbor(rows, [1, rows.shape[2] * size]));
  },
});
