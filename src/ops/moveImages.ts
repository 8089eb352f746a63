/** Shifts and flips of images by whole pixels, as products with matrices of zeros and ones: differentiable by the images. */
import type { TermContext } from '../entries/entries.js';
import { tf, type Tensor } from '../tf.js';

/** How far each image is moved: whole numbers, `[batch, 1]`. */
export interface ImageMove {
  /** Each pixel takes what is this many rows below it. */
  readonly rows: Tensor;
  /** Each pixel takes what is this many columns to its right. */
  readonly columns: Tensor;
  /** 1 where the image is mirrored, left for right, before it is shifted; else 0. Without it none is. */
  readonly flips?: Tensor;
}

/** What is seen beyond an edge: zeros, or the image mirrored at its outermost pixels. */
export type Outside = 'zeros' | 'mirrored';

/**
 * Moves each image of a batch by its own whole number of pixels.
 *
 * @param images `[batch, height, width, channels]`.
 * @param outside For `mirrored` no image may be moved by its own size or more.
 * @param constant Makes tensors of fixed numbers, as contexts do.
 */
export function moveImages(
  images: Tensor,
  { rows, columns, flips }: ImageMove,
  outside: Outside,
  constant: TermContext['constant'],
): Tensor {
  const [batch = 1, height = 1, width = 1, channels = 1] = images.shape;
  const counted = (size: number): Tensor =>
    constant(
      Array.from({ length: size }, (_, place) => place),
      [1, size],
    );
  const sourceRows = beyond(tf.add(counted(height), rows), height, outside);
  const plain = beyond(tf.add(counted(width), columns), width, outside);
  const sourceColumns = flips ? mirrored(plain, width, flips) : plain;
  const strips = tf.reshape(images, [batch, height, width * channels]);
  const moved = tf.matMul(choosing(sourceRows, counted(height)), strips);
  const perRow = tf.reshape(choosing(sourceColumns, counted(width)), [batch, 1, width, width]);
  return tf.matMul(perRow, tf.reshape(moved, [batch, height, width, channels]));
}

/** Places beyond an edge, brought back where images are mirrored there: 0 1 2 | 1 0. */
function beyond(places: Tensor, size: number, outside: Outside): Tensor {
  if (outside === 'zeros') return places;
  const last = size - 1;
  return tf.sub(last, tf.abs(tf.sub(last, tf.abs(places))));
}

function mirrored(places: Tensor, size: number, flips: Tensor): Tensor {
  // p where there is no flip, size − 1 − p where there is one.
  return tf.add(places, tf.mul(flips, tf.sub(size - 1, tf.mul(2, places))));
}

/** Matrices `[batch, to, from]` with a 1 where a place takes from another; a place beyond the image takes nothing. */
function choosing(sources: Tensor, places: Tensor): Tensor {
  const [batch = 1, size = 1] = sources.shape;
  const from = tf.reshape(places, [1, 1, size]);
  return tf.cast(tf.equal(tf.reshape(sources, [batch, size, 1]), from), 'float32');
}
