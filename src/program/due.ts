/** Penalties that act on every n-th update only. */
import type { NormalPenalty } from '../spec/normalSpec.js';
import type { Scalar } from '../tf.js';
import type { GraphScope } from './graphScope.js';

/** A scalar input: 1 on updates 0, n, 2n, … of this graph, else 0. */
export function dueFactor(scope: GraphScope, { name, every }: NormalPenalty): Scalar {
  return scope.scalar(
    `${name}/due`,
    `1 on updates 0, ${every}, ${2 * every} and so on, else 0`,
    ({ update }) => (update % every === 0 ? 1 : 0),
  );
}
