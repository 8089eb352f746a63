import { InternalError } from '../../diagnostics/errors.js';
import type { Tensor } from '../../tf.js';

/**
 * A declared weight of a layer, by name.
 *
 * @throws InternalError if the caller has not passed it.
 */
export function weight(weights: Readonly<Record<string, Tensor>>, name: string): Tensor {
  const found = weights[name];
  if (found === undefined) throw new InternalError(`the weight "${name}" was not given`);
  return found;
}
