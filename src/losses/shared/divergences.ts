/** Variational bounds of f-divergences as functions of a raw score v. */
import type { FDivergenceLoss } from '../../generated/losses.js';
import { tangentExp } from '../../ops/tangentExp.js';
import { tf, type Tensor } from '../../tf.js';

/** The two terms of one divergence's variational bound, E output(real) − E conjugate(fake). */
export interface Divergence {
  /** Output activation g_f(v): the variational function T, increasing in the score. */
  readonly output: (score: Tensor) => Tensor;
  /** Conjugate of the output, f*(g_f(v)), in closed form, so that nothing overflows or cancels. */
  readonly conjugate: (score: Tensor) => Tensor;
}

/**
 * The f-divergences by name, with sp(t) = log(1 + e^t). Exponentials e^t continue as their tangent beyond t = 40.
 *
 *                     g_f(v)             f*(t)             f*(g_f(v))
 *   kl                v                  e^(t − 1)         e^(v − 1)
 *   reverseKl         −e^(−v)            −1 − log(−t)      v − 1
 *   pearson           v                  ¼·t² + t          ¼·v² + v
 *   squaredHellinger  1 − e^(−v)         t / (1 − t)       e^v − 1
 *   jensenShannon     log 2 − sp(−v)     −log(2 − e^t)     sp(v) − log 2
 *   totalVariation    ½·tanh(v)          t                 ½·tanh(v)
 *
 * @source Nowozin, Cseke, Tomioka 2016, arXiv:1606.00709, Table 2 and, for total variation, its supplement
 */
export const divergences: {
  readonly [K in NonNullable<FDivergenceLoss['divergence']>]: Divergence;
} = {
  kl: { output: (v) => v, conjugate: (v) => tangentExp(tf.sub(v, 1)) },
  reverseKl: { output: (v) => tf.neg(tangentExp(tf.neg(v))), conjugate: (v) => tf.sub(v, 1) },
  pearson: { output: (v) => v, conjugate: (v) => tf.add(tf.mul(0.25, tf.square(v)), v) },
  squaredHellinger: {
    output: (v) => tf.sub(1, tangentExp(tf.neg(v))),
    conjugate: (v) => tf.sub(tangentExp(v), 1),
  },
  jensenShannon: {
    output: (v) => tf.sub(Math.LN2, tf.softplus(tf.neg(v))),
    conjugate: (v) => tf.sub(tf.softplus(v), Math.LN2),
  },
  totalVariation: { output: halfTanh, conjugate: halfTanh },
};

function halfTanh(v: Tensor): Tensor {
  return tf.mul(0.5, tf.tanh(v));
}
