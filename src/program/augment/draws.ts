/** The random numbers of one change. */
import { tf, type Tensor } from '../../tf.js';
import type { GraphScope } from '../graphScope.js';
import { partOf, type PassOptions } from '../network.js';

/** What a change draws its numbers from: one for each image, `[batch, 1]`. */
export interface Draws {
  readonly uniform: (name: string, low: number, high: number) => Tensor;
  /** Around 0. */
  readonly normal: (name: string, stddev: number) => Tensor;
  readonly constant: GraphScope['constant'];
}

/** Numbers declared as inputs `augment/<change>/<name>`. */
export function drawsOf(
  scope: GraphScope,
  { prefix = '', part }: PassOptions,
  change: string,
  batch: number,
): Draws {
  const drawn = (name: string, distribution: Parameters<GraphScope['random']>[2]): Tensor =>
    partOf(part, [batch, 1], (shape) =>
      scope.random(
        `${prefix}augment/${change}/${name}`,
        shape,
        distribution,
        `augmentation: ${change}/${name}, one number for each image`,
      ),
    );
  return {
    uniform: (name, low, high) => drawn(name, { kind: 'uniform', low, high }),
    normal: (name, stddev) => drawn(name, { kind: 'normal', mean: 0, stddev }),
    constant: (values, shape) => scope.constant(values, shape),
  };
}

/** The same numbers, but 0 for the images that a change spares. @param happens 1 for the others, `[batch, 1]`. */
export function sparing(draws: Draws, happens: Tensor): Draws {
  return {
    ...draws,
    uniform: (name, low, high) => tf.mul(happens, draws.uniform(name, low, high)),
    normal: (name, stddev) => tf.mul(happens, draws.normal(name, stddev)),
  };
}

/** `[batch, 1]` as a factor of images. */
export function spread(perImage: Tensor): Tensor {
  return tf.reshape(perImage, [-1, 1, 1, 1]);
}

/** 2ᵉ. */
export function powerOfTwo(e: Tensor): Tensor {
  return tf.exp(tf.mul(e, Math.LN2));
}
