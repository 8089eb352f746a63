/** Average and max pooling along one axis. Positions beyond the ends of the axis are ignored. */
import { sizeOf } from '../../ir/tensorType.js';
import type { LayerContext } from '../../entries/layerContext.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';
import { tf, type Tensor } from '../../tf.js';
import { tapsAlong } from './taps.js';
import {
  convolvedSize,
  imageWindows,
  paddingOf,
  type AxisWindow,
  type ImageWindows,
} from './window.js';

interface PoolingConfig {
  readonly poolSize: number | readonly number[];
  readonly strides: number | readonly number[] | null;
  readonly padding: Parameters<typeof imageWindows>[2];
}

/** Windows of a pooling layer; adjacent without overlap by default. */
export function poolingWindows({ poolSize, strides, padding }: PoolingConfig): ImageWindows {
  return imageWindows(poolSize, strides ?? poolSize, padding);
}

/**
 * Number of windows on an axis.
 *
 * @throws LayerShapeError if a window is larger than the padded axis, or could contain only padding.
 */
export function pooledSize(size: number, window: AxisWindow): number {
  const [before, after] = paddingOf(size, window);
  if (before < window.kernel && after < window.kernel) {
    return convolvedSize(size, window, 'poolSize');
  }
  throw new LayerShapeError(
    `padding of ${before} and ${after} makes room for windows that see nothing of the input, at a poolSize of ${window.kernel}`,
    `Use "same" padding, or at most ${window.kernel - 1} on each side.`,
    'padding',
  );
}

/** Maximum of each window along an axis; of tied maxima the first receives the gradient, as in TensorFlow. */
export function maxAlong(x: Tensor, axis: number, window: AxisWindow): Tensor {
  // The most negative finite float32: not all file formats of graphs can store infinity.
  const lowest = -3.4028234663852886e38;
  return tapsAlong(x, axis, window, lowest).reduce((max, tap) => tf.maximum(max, tap));
}

/** Mean of each window along an axis, over the positions inside the input. */
export function meanAlong(
  x: Tensor,
  axis: number,
  window: AxisWindow,
  constant: LayerContext['constant'],
): Tensor {
  const { kernel, stride } = window;
  const size = x.shape[axis] ?? 1;
  const padding = paddingOf(size, window);
  const count = convolvedSize(size, window, 'poolSize');
  if (stride === kernel && count * kernel === size && padding[0] === 0) {
    const pieces = tf.reshape(x, [-1, kernel, sizeOf(x.shape.slice(axis + 1))]);
    return tf.reshape(tf.mean(pieces, 1), x.shape.with(axis, count));
  }
  const sum = tapsAlong(x, axis, window, 0).reduce((total, tap) => tf.add(total, tap));
  const inverseCounts = Array.from({ length: count }, (_, index) => {
    const start = index * stride - padding[0];
    return 1 / (Math.min(start + kernel, size) - Math.max(start, 0));
  });
  const shape = x.shape.map((_, index) => (index === axis ? count : 1));
  return tf.mul(sum, constant(inverseCounts, shape));
}
