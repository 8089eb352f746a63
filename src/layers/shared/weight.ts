import { InternalError } from '../../diagnostics/errors.js';
import type { Tensor } from '../../tf.js';

/**
 * A weight that the layer has declared.
 *
 * @throws InternalError where the caller has not given it.
 */
export function weight(weights: Readonly<Record<string, Tensor>>, name: string): Tensor {
  const found = weights[name];
  if (found === undefined) throw new InternalError(`the weight "${name}" was not given`);
  return found;
}
