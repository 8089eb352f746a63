/** Shifts and flips of images by whole pixels, as products with 0-1 matrices: differentiable with respect to the images. */
import type { TermContext } from '../entries/termContext.js';
import { tf, type Tensor } from '../tf.js';

/** Displacement of each image in whole pixels, `[batch, 1]`. */
export interface ImageMove {
  /** Pixel (y, x) of the result is pixel (y + rows, x + columns) of the image. */
  readonly rows: Tensor;
  readonly columns: Tensor;
  /** 1 if the image is flipped horizontally before the shift, else 0. No image is flipped by default. */
  readonly flips?: Tensor;
}

/** Padding beyond the edges: zeros, or the image mirrored at its outermost pixels. */
export type EdgePadding = 'zeros' | 'mirrored';

/**
 * Shifts and flips each image of a batch by its own displacement.
 *
 * @param images `[batch, height, width, channels]`.
 * @param padding For `mirrored`, every displacement must be smaller than the image.
 * @param constant Creates a tensor of constants, as contexts do.
 */
export function moveImages(
  images: Tensor,
  { rows, columns, flips }: ImageMove,
  padding: EdgePadding,
  constant: TermContext['constant'],
): Tensor {
  const [batch = 1, height = 1, width = 1, channels = 1] = images.shape;
  const indices = (size: number): Tensor =>
    constant(
      Array.from({ length: size }, (_, index) => index),
      [1, size],
    );
  const sourceRows = padded(tf.add(indices(height), rows), height, padding);
  const shiftedColumns = padded(tf.add(indices(width), columns), width, padding);
  const sourceColumns = flips ? flipped(shiftedColumns, width, flips) : shiftedColumns;
  const strips = tf.reshape(images, [batch, height, width * channels]);
  const moved = tf.matMul(selectionMatrices(sourceRows, indices(height)), strips);
  const selection = selectionMatrices(sourceColumns, indices(width));
  const perRow = tf.reshape(selection, [batch, 1, width, width]);
  return tf.matMul(perRow, tf.reshape(moved, [batch, height, width, channels]));
}

/** Indices with mirrored padding reflected into the image: 0 1 2 | 1 0; unchanged for zeros. */
function padded(indices: Tensor, size: number, padding: EdgePadding): Tensor {
  if (padding === 'zeros') return indices;
  const last = size - 1;
  return tf.sub(last, tf.abs(tf.sub(last, tf.abs(indices))));
}

/** Index i without a flip, size − 1 − i with one. */
function flipped(indices: Tensor, size: number, flips: Tensor): Tensor {
  return tf.add(indices, tf.mul(flips, tf.sub(size - 1, tf.mul(2, indices))));
}

/** Matrices `[batch, to, from]` with a 1 at the source index of each row; a row with a source beyond the image is zero. */
function selectionMatrices(sources: Tensor, indices: Tensor): Tensor {
  const [batch = 1, size = 1] = sources.shape;
  const from = tf.reshape(indices, [1, 1, size]);
  return tf.cast(tf.equal(tf.reshape(sources, [batch, size, 1]), from), 'float32');
}
