/** The running means that Adam and its relatives keep. */
import { tf, type Scalar, type Tensor } from '../../tf.js';

interface Decays {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** Scalars of one update, in float64. */
export interface MomentNumbers {
  /** c / (1 − β₁ᵗ) with c = √(1 − β₂ᵗ): makes of m / (√v + ε·c) the corrected quotient m̂ / (√v̂ + ε). */
  readonly correction: number;
  /** 1 − β₁. */
  readonly gradientShare: number;
  /** 1 − β₂. */
  readonly squareShare: number;
  /** ε·c. */
  readonly epsilon: number;
}

/**
 * So the bias correction costs nothing for each number. Where a schedule drives a beta, its power is that of its
 * present value.
 *
 * @param update Counts from 1.
 * @source Kingma & Ba 2015, arXiv:1412.6980, end of section 2
 */
export function momentNumbers({ beta1, beta2, epsilon }: Decays, update: number): MomentNumbers {
  const root = Math.sqrt(1 - beta2 ** update);
  return {
    correction: root / (1 - beta1 ** update),
    gradientShare: 1 - beta1,
    squareShare: 1 - beta2,
    epsilon: epsilon * root,
  };
}

/** Running means of the gradient and of its square. */
export interface Moments {
  readonly m: Tensor;
  readonly v: Tensor;
}

type Shares = Readonly<Record<'gradientShare' | 'squareShare', Scalar>>;

/** m ← m + (1 − β₁)·(g − m),   v ← v + (1 − β₂)·(g² − v). */
export function nextMoments(
  gradient: Tensor,
  { m, v }: Moments,
  { gradientShare, squareShare }: Shares,
): Moments {
  return {
    m: tf.add(m, tf.mul(gradientShare, tf.sub(gradient, m))),
    v: tf.add(v, tf.mul(squareShare, tf.sub(tf.square(gradient), v))),
  };
}
