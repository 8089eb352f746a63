/** Paths between latent vectors. */
import type { Distribution } from './distribution.js';

/**
 * The vector at `t` in [0, 1] between two: along a great circle for normal numbers, whose vectors have all about the same
 * length, along a straight line for others.
 * @source White 2016, arXiv:1609.04468, section 2.1
 */
export function between(
  a: Float32Array,
  b: Float32Array,
  t: number,
  kind: Distribution['kind'],
): Float32Array {
  const [one, other] = kind === 'normal' ? circleWeights(a, b, t) : [1 - t, t];
  return a.map((value, at) => one * value + other * (b[at] ?? 0));
}

function circleWeights(a: Float32Array, b: Float32Array, t: number): readonly [number, number] {
  const cosine = dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  const angle = Math.acos(Math.min(1, Math.max(-1, cosine)));
  const sine = Math.sin(angle);
  // Vectors in one line have no circle.
  if (!(sine > 1e-6)) return [1 - t, t];
  return [Math.sin((1 - t) * angle) / sine, Math.sin(t * angle) / sine];
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}
