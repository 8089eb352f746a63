/** Changes that move or erase whole pixels; sizes are those of strength 1. */
import { moveImages } from '../../ops/moveImages.js';
import { tf, type Tensor } from '../../tf.js';
import { spread, type Draws } from './draws.js';

/**
 * Images `[batch, height, width, channels]`, all of them changed.
 * @source translation and cutout: Zhao et al. 2020, arXiv:2006.10738, section 3; flip and rotate90: Karras et al. 2020,
 *   arXiv:2006.06676, appendix B
 */
export const wholePixels = {
  /** Mirrored horizontally with probability ½. */
  flip: (images: Tensor, { uniform }: Draws): Tensor => {
    const mirrors = tf.cast(tf.less(uniform('side', 0, 1), 0.5), 'float32');
    return tf.add(images, tf.mul(spread(mirrors), tf.sub(tf.reverse(images, [2]), images)));
  },
  /** Turned by 0, 1, 2 or 3 right angles. */
  rotate90: (images: Tensor, { uniform }: Draws): Tensor => {
    const turns = tf.floor(uniform('turns', 0, 4));
    const turned = [
      images,
      tf.reverse(tf.transpose(images, [0, 2, 1, 3]), [1]),
      tf.reverse(images, [1, 2]),
      tf.reverse(tf.transpose(images, [0, 2, 1, 3]), [2]),
    ];
    return turned
      .map((each, count) => tf.mul(each, spread(tf.cast(tf.equal(turns, count), 'float32'))))
      .reduce((sum, each) => tf.add(sum, each));
  },
  /** Moved by up to an eighth of the size; zeros come in. */
  translation: (images: Tensor, draws: Draws): Tensor => {
    const [, height = 1, width = 1] = images.shape;
    const rows = wholeNumber(draws, 'rows', height / 8);
    const columns = wholeNumber(draws, 'columns', width / 8);
    return moveImages(images, { rows, columns }, 'zeros', draws.constant);
  },
  /** A rectangle of half the height and width is set to zero; its middle is uniform over the image. */
  cutout: (images: Tensor, draws: Draws): Tensor => {
    const [batch = 1, height = 1, width = 1] = images.shape;
    const rows = outside(draws, 'row', height);
    const columns = outside(draws, 'column', width);
    const kept = tf.maximum(
      tf.reshape(rows, [batch, height, 1, 1]),
      tf.reshape(columns, [batch, 1, width, 1]),
    );
    return tf.mul(images, kept);
  },
};

/** A whole number from minus to plus the strength times `pixels`, rounded; each equally likely. */
function wholeNumber({ strength, uniform }: Draws, name: string, pixels: number): Tensor {
  const max = Math.round(strength * pixels);
  return tf.sub(tf.floor(uniform(name, 0, 2 * max + 1)), max);
}

/** 0 on an interval of half the length of an axis times the strength, with a random middle, and 1 outside; `[batch, size]`. */
function outside({ strength, uniform, constant }: Draws, name: string, size: number): Tensor {
  const length = Math.floor((strength * size) / 2 + 0.5);
  const middle = tf.floor(uniform(name, 0, size + (1 - (length % 2))));
  const first = tf.sub(middle, Math.floor(length / 2));
  const places = constant(
    Array.from({ length: size }, (_, place) => place),
    [1, size],
  );
  const after = tf.sub(places, first);
  const inside = tf.logicalAnd(tf.greaterEqual(after, 0), tf.less(after, length));
  return tf.cast(tf.logicalNot(inside), 'float32');
}
