/** The adaptive augmentation probability, which follows from overfitting of the discriminator. */
import { tf } from '../tf.js';
import { augmentProbability } from './stateTable.js';
import type { StepContext } from './stepContext.js';
import type { StepTensors } from './stepTensors.js';

/**
 * p ← p + sign(E sign(D(real)) − target) · batch / images, within [0, 1], in steps that train the discriminator. It counts
 * images, so it moves with each batch: also with one whose gradients are only added up, and in both halves of an
 * extra-gradient update, each of which has a batch of its own.
 * @source Karras et al. 2020, arXiv:2006.06676, section 3, with r_t
 */
export function adaptProbability(context: StepContext, tensors: StepTensors): void {
  const { scope, resolved, trains } = context;
  const { augment, batchSize } = resolved.spec.training;
  if (augment?.target == null || !trains.includes('discriminator')) return;
  const overfitting = tf.mean(tf.sign(tensors.scored('real').scores));
  const direction = tf.sign(tf.sub(overfitting, augment.target));
  const moved = tf.add(
    scope.state(augmentProbability),
    tf.mul(direction, batchSize / augment.images),
  );
  scope.setState(augmentProbability, tf.clipByValue(moved, 0, 1));
  scope.result('augmentProbability', scope.state(augmentProbability));
}
