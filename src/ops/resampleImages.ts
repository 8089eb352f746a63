/** Images drawn anew at places that affine maps give, as products with matrices of weights: differentiable by the images. */
import type { TermContext } from '../entries/entries.js';
import { tf, type Tensor } from '../tf.js';
import type { AffineMap } from './affineMap.js';

/**
 * Takes each pixel from where its image's map leads, with bilinear interpolation.
 *
 *   y[p] = Σᵣ h(v − r) Σ꜀ h(u − c) x[r, c],   (u, v) = map(p),   h(t) = max(0, 1 − |t|)
 *
 * Beyond an edge the image goes on mirrored at its outermost pixels, and so does its mirror image. An image that is made
 * smaller is not smoothed first.
 *
 * There is no pass along columns followed by one along rows, as in Catmull & Smith 1980: between the two an image would
 * have to be kept as far as it is mirrored, thrice its width. Memory: batch · height · width · (height + width) weights,
 * and between the two sums batch · height · width · height · channels numbers.
 *
 * @param images `[batch, height, width, channels]`.
 * @param map From places of the result to places of the image, (x, y) in pixels, to the right and down from the middle.
 * @param constant Makes tensors of fixed numbers, as contexts do.
 * @returns The shape of the images.
 */
export function resampleImages(
  images: Tensor,
  { linear, shift }: AffineMap,
  constant: TermContext['constant'],
): Tensor {
  const [batch = 1, height = 1, width = 1, channels = 1] = images.shape;
  const pixels = height * width;
  const x = Array.from({ length: pixels }, (_, at) => (at % width) - (width - 1) / 2);
  const y = Array.from({ length: pixels }, (_, at) => Math.floor(at / width) - (height - 1) / 2);
  const places = constant([...x, ...y], [1, 2, pixels]);
  const sources = tf.add(tf.matMul(linear, places), shift);
  const alongAxis = (axis: number, size: number): Tensor => {
    const fromMiddle = tf.slice(sources, [0, axis, 0], [-1, 1, -1]);
    return hats(folded(tf.add(fromMiddle, (size - 1) / 2), size), size, constant);
  };
  const columns = tf.reshape(tf.transpose(images, [0, 2, 1, 3]), [batch, width, height * channels]);
  const acrossColumns = tf.matMul(alongAxis(0, width), columns);
  const result = tf.matMul(
    tf.reshape(alongAxis(1, height), [-1, pixels, 1, height]),
    tf.reshape(acrossColumns, [batch, pixels, height, channels]),
  );
  return tf.reshape(result, [batch, height, width, channels]);
}

/** Places beyond an edge, brought back as often as it takes: 2 1 | 0 1 2 | 1 0 1 … */
function folded(places: Tensor, size: number): Tensor {
  const last = size - 1;
  if (last === 0) return tf.mul(places, 0);
  const periods = tf.floor(tf.div(places, 2 * last));
  const within = tf.sub(places, tf.mul(periods, 2 * last));
  return tf.sub(last, tf.abs(tf.sub(within, last)));
}

/** max(0, 1 − |place − i|) for the pixels i of an axis. @param places `[batch, 1, n]`. @returns `[batch, n, size]`. */
function hats(places: Tensor, size: number, constant: TermContext['constant']): Tensor {
  const [batch = 1, , count = 1] = places.shape;
  const pixels = constant(
    Array.from({ length: size }, (_, at) => at),
    [1, 1, size],
  );
  return tf.relu(tf.sub(1, tf.abs(tf.sub(tf.reshape(places, [batch, count, 1]), pixels))));
}
