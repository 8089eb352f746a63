/** Changes of colour by uniform numbers; ranges are those of strength 1. */
import { tf, type Tensor } from '../../tf.js';
import { spread, type Draws } from './draws.js';

/**
 * Images `[batch, height, width, channels]`, all of them changed.
 * @source Zhao et al. 2020, arXiv:2006.10738, section 3, and DiffAugment_pytorch.py of its authors
 */
export const uniformColors = {
  /** x + u, u from [-0.5, 0.5). */
  brightness: (images: Tensor, { around }: Draws): Tensor =>
    tf.add(images, spread(around('shift', 0, 0.5))),
  /** Distances from the mean over the channels times a number from [0, 2). */
  saturation: (images: Tensor, { around }: Draws): Tensor => {
    const grey = tf.mean(images, 3, true);
    return tf.add(grey, tf.mul(tf.sub(images, grey), spread(around('factor', 1, 1))));
  },
  /** Distances from the mean over the image times a number from [0.5, 1.5). */
  contrast: (images: Tensor, { around }: Draws): Tensor => {
    const mean = tf.mean(images, [1, 2, 3], true);
    return tf.add(mean, tf.mul(tf.sub(images, mean), spread(around('factor', 1, 0.5))));
  },
};
