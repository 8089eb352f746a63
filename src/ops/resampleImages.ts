/** Resampling of images under affine maps, as products with weight matrices: differentiable with respect to the images. */
import type { TermContext } from '../entries/termContext.js';
import { tf, type Tensor } from '../tf.js';
import type { AffineMap } from './affineMap.js';

/**
 * Samples each image at the positions given by its map, with bilinear interpolation.
 *
 *   y[p] = Σᵣ h(v − r) Σ꜀ h(u − c) x[r, c],   (u, v) = map(p),   h(t) = max(0, 1 − |t|)
 *
 * Beyond its edges the image is mirrored at the outermost pixels, periodically. Images are not smoothed before they are
 * made smaller.
 *
 * A two-pass method (columns, then rows) as in Catmull & Smith 1980 would have to keep the mirrored surroundings of the
 * image between the passes, three times its width. Memory: batch · height · width · (height + width) weights, and
 * batch · height · width · height · channels numbers between the two sums.
 *
 * @param images `[batch, height, width, channels]`.
 * @param map From positions in the result to positions in the image, (x, y) in pixels to the right of and below the centre.
 * @param constant Creates a tensor of constants, as contexts do.
 * @returns Images of the same shape.
 */
export function resampleImages(
  images: Tensor,
  { linear, shift }: AffineMap,
  constant: TermContext['constant'],
): Tensor {
  const [batch = 1, height = 1, width = 1, channels = 1] = images.shape;
  const pixels = height * width;
  const x = Array.from({ length: pixels }, (_, i) => (i % width) - (width - 1) / 2);
  const y = Array.from({ length: pixels }, (_, i) => Math.floor(i / width) - (height - 1) / 2);
  const positions = constant([...x, ...y], [1, 2, pixels]);
  const sources = tf.add(tf.matMul(linear, positions), shift);
  const weightsAlong = (axis: number, size: number): Tensor => {
    const fromCentre = tf.slice(sources, [0, axis, 0], [-1, 1, -1]);
    return hatWeights(reflected(tf.add(fromCentre, (size - 1) / 2), size), size, constant);
  };
  const columns = tf.reshape(tf.transpose(images, [0, 2, 1, 3]), [batch, width, height * channels]);
  const acrossColumns = tf.matMul(weightsAlong(0, width), columns);
  const result = tf.matMul(
    tf.reshape(weightsAlong(1, height), [-1, pixels, 1, height]),
    tf.reshape(acrossColumns, [batch, pixels, height, channels]),
  );
  return tf.reshape(result, [batch, height, width, channels]);
}

/** Positions reflected into the image, repeatedly if necessary: 2 1 | 0 1 2 | 1 0 1 … */
function reflected(positions: Tensor, size: number): Tensor {
  const last = size - 1;
  if (last === 0) return tf.mul(positions, 0);
  const periods = tf.floor(tf.div(positions, 2 * last));
  const within = tf.sub(positions, tf.mul(periods, 2 * last));
  return tf.sub(last, tf.abs(tf.sub(within, last)));
}

/**
 * Linear interpolation weights max(0, 1 − |position − i|) for the pixels i of an axis.
 * @param positions `[batch, 1, n]`.
 * @returns `[batch, n, size]`.
 */
function hatWeights(positions: Tensor, size: number, constant: TermContext['constant']): Tensor {
  const [batch = 1, , count = 1] = positions.shape;
  const pixels = constant(
    Array.from({ length: size }, (_, i) => i),
    [1, 1, size],
  );
  return tf.relu(tf.sub(1, tf.abs(tf.sub(tf.reshape(positions, [batch, count, 1]), pixels))));
}
