/** Affine maps on n-dimensional points, one map for each sample of a batch. */
import type { TermContext } from '../entries/termContext.js';
import { tf, type Tensor } from '../tf.js';

/** The map x → linear · x + shift. The batch axis has size 1 if all samples share a map. */
export interface AffineMap {
  /** `[batch, n, n]`. */
  readonly linear: Tensor;
  /** `[batch, n, 1]`. */
  readonly shift: Tensor;
}

/** Creates a tensor of constants, as contexts do. */
type Constant = TermContext['constant'];

/**
 * Linear map x → Σ weight · matrix · x.
 *
 * @param size Dimension n.
 * @param terms Weights, `[batch, 1]` or one number for all samples, and n × n matrices in row-major order.
 */
export function linearMap(
  size: number,
  terms: readonly (readonly [weight: Tensor | number, matrix: readonly number[]])[],
  constant: Constant,
): AffineMap {
  const linear = terms
    .map(([weight, matrix]) => {
      const each = typeof weight === 'number' ? weight : tf.reshape(weight, [-1, 1, 1]);
      return tf.mul(each, constant(matrix, [1, size, size]));
    })
    .reduce((sum, term) => tf.add(sum, term));
  return { linear, shift: constant(new Array<number>(size).fill(0), [1, size, 1]) };
}

/** Translation x → x + shift. @param shift `[batch, n]`. */
export function shiftMap(shift: Tensor, constant: Constant): AffineMap {
  const [, size = 1] = shift.shape;
  return {
    linear: constant(unitMatrix(size), [1, size, size]),
    shift: tf.reshape(shift, [-1, size, 1]),
  };
}

/** Composition x → second(first(x)). */
export function followedBy(first: AffineMap, second: AffineMap): AffineMap {
  return {
    linear: tf.matMul(second.linear, first.linear),
    shift: tf.add(tf.matMul(second.linear, first.shift), second.shift),
  };
}

/** The n × n identity matrix in row-major order. */
export function unitMatrix(size: number): readonly number[] {
  return Array.from({ length: size * size }, (_, index) => (index % (size + 1) === 0 ? 1 : 0));
}
