/** Moment estimates of Adam and its variants. */
import { tf, type Scalar, type Tensor } from '../../tf.js';

interface Decays {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** Scalars of one update, computed in float64. */
export interface MomentScalars {
  /** c / (1 − β₁ᵗ) with c = √(1 − β₂ᵗ); times m / (√v + ε·c) it gives the bias-corrected m̂ / (√v̂ + ε). */
  readonly correction: number;
  /** 1 − β₁. */
  readonly gradientShare: number;
  /** 1 − β₂. */
  readonly squareShare: number;
  /** ε·c. */
  readonly epsilon: number;
}

/**
 * The bias correction as scalars of an update, so that it adds no elementwise operations. For a scheduled beta, the
 * power is that of its current value.
 *
 * @param update Number t of the update, from 1 on.
 * @source Kingma & Ba 2015, arXiv:1412.6980, end of section 2
 */
export function momentScalars({ beta1, beta2, epsilon }: Decays, update: number): MomentScalars {
  const root = Math.sqrt(1 - beta2 ** update);
  return {
    correction: root / (1 - beta1 ** update),
    gradientShare: 1 - beta1,
    squareShare: 1 - beta2,
    epsilon: epsilon * root,
  };
}

/** Exponential moving averages of the gradient and of its square. */
export interface Moments {
  readonly m: Tensor;
  readonly v: Tensor;
}

type Shares = Readonly<Record<'gradientShare' | 'squareShare', Scalar>>;

/** Moments after one more gradient: m + (1 − β₁)·(g − m) and v + (1 − β₂)·(g² − v). */
export function updatedMoments(
  gradient: Tensor,
  { m, v }: Moments,
  { gradientShare, squareShare }: Shares,
): Moments {
  return {
    m: tf.add(m, tf.mul(gradientShare, tf.sub(gradient, m))),
    v: tf.add(v, tf.mul(squareShare, tf.sub(tf.square(gradient), v))),
  };
}
