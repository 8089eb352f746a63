/** Tensors of rank 0. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { inRunningHook } from '../diagnostics/runningHook.js';
import type { Scalar, Tensor } from '../tf.js';

function isScalar(value: Tensor): value is Scalar {
  return value.rank === 0;
}

/**
 * A tensor of rank 0 as a scalar.
 * @param who Name of the value in the error, as in `the generatorLoss of loss acme/softplus`.
 * @throws GanspecError GAN507 where the value has axes.
 */
export function asScalar(value: Tensor, who: string): Scalar {
  if (isScalar(value)) return value;
  throw new GanspecError(
    'GAN507',
    exitCodes.spec,
    inRunningHook(`${who} must be a scalar, but its shape is [${value.shape.join(', ')}]`),
    'Take a mean over the batch: tf.mean(…).',
  );
}
