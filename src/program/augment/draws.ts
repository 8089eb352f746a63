/** The random numbers of one change of an augmentation. */
import { tf, type Tensor } from '../../tf.js';
import type { GraphScope } from '../graphScope.js';
import { partOf } from '../network.js';
import type { PassOptions } from '../networkPass.js';

/** Random numbers by name, one for each image: `[batch, 1]`. */
export interface Draws {
  /** Factor on how far the change goes. */
  readonly strength: number;
  readonly uniform: (name: string, low: number, high: number) => Tensor;
  /** Uniform, from `mean` − strength · `half` to `mean` + strength · `half`. */
  readonly around: (name: string, mean: number, half: number) => Tensor;
  /** Of mean 0, its deviation times the strength. */
  readonly normal: (name: string, stddev: number) => Tensor;
  readonly constant: GraphScope['constant'];
}

/** Draws that are declared as inputs `augment/<change>/<name>`. */
export function drawsOf(
  scope: GraphScope,
  { prefix = '', part }: PassOptions,
  change: string,
  strength: number,
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
  const uniform: Draws['uniform'] = (name, low, high) =>
    drawn(name, { kind: 'uniform', low, high });
  return {
    strength,
    uniform,
    around: (name, mean, half) => uniform(name, mean - strength * half, mean + strength * half),
    normal: (name, stddev) => drawn(name, { kind: 'normal', mean: 0, stddev: strength * stddev }),
    constant: (values, shape) => scope.constant(values, shape),
  };
}

/** The same draws, but 0 for images without the change. @param mask 1 for those with it, `[batch, 1]`. */
export function applyMask(draws: Draws, mask: Tensor): Draws {
  return {
    ...draws,
    uniform: (name, low, high) => tf.mul(mask, draws.uniform(name, low, high)),
    around: (name, mean, half) => tf.mul(mask, draws.around(name, mean, half)),
    normal: (name, stddev) => tf.mul(mask, draws.normal(name, stddev)),
  };
}

/** Numbers `[batch, 1]` as factors of images, `[batch, 1, 1, 1]`. */
export function spread(perImage: Tensor): Tensor {
  return tf.reshape(perImage, [-1, 1, 1, 1]);
}

/** 2ᵉ. */
export function powerOfTwo(e: Tensor): Tensor {
  return tf.exp(tf.mul(e, Math.LN2));
}
