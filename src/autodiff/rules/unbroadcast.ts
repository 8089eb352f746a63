import type { Shape } from '../../ir/tensorType.js';
import { tf, type Tensor } from '../../tf.js';

/**
 * The gradient with respect to an operand that was broadcast: the sum over the axes along which it was repeated.
 *
 * @param gradient Gradient with respect to the broadcast operand.
 * @param shape The operand's own shape.
 */
export function unbroadcast(gradient: Tensor, shape: Shape): Tensor {
  const lead = gradient.rank - shape.length;
  const repeated = [...gradient.shape.keys()].filter(
    (axis) => axis < lead || (shape[axis - lead] === 1 && gradient.shape[axis] !== 1),
  );
  const summed = repeated.length === 0 ? gradient : tf.sum(gradient, repeated);
  return summed.rank === shape.length ? summed : tf.reshape(summed, [...shape]);
}
