/** Probability and masks of the changes of an augmentation. */
import type { Hyperparameter } from '../../entries/config.js';
import type { AugmentChange } from '../../language/augmentPolicy.js';
import { tf, type Tensor } from '../../tf.js';
import { bindScalar } from '../bindConfig.js';
import { asScalar } from '../scalar.js';
import { augmentProbability } from '../stateTable.js';
import type { GraphContext } from '../stepContext.js';
import type { Draws } from './draws.js';

/** The probability of the spec, or the adapted one. */
export function probabilityOf({ scope, registry, resolved }: GraphContext): Hyperparameter {
  const { augment } = resolved.spec.training;
  if (!augment) return 0;
  if (augment.target !== null) return asScalar(scope.state(augmentProbability), augmentProbability);
  return bindScalar(scope, registry, 'training/augment/probability', augment.probability);
}

/** 1 for each image that is changed, else 0, `[batch, 1]`; undefined where all are changed. */
export function changeMask(
  change: AugmentChange,
  probability: Hyperparameter,
  { uniform }: Draws,
): Tensor | undefined {
  const isOneOfTwo = change === 'firstRotation' || change === 'secondRotation';
  const chance = isOneOfTwo ? eachOfTwo(probability) : probability;
  return chance === 1 ? undefined : tf.cast(tf.less(uniform('chance', 0, 1), chance), 'float32');
}

/** 1 − √(1 − p): the probability of each of two changes of which at least one happens with probability p. */
function eachOfTwo(p: Hyperparameter): Hyperparameter {
  return typeof p === 'number' ? 1 - Math.sqrt(1 - p) : tf.sub(1, tf.sqrt(tf.relu(tf.sub(1, p))));
}
