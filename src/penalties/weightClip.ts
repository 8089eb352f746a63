import { schemas, type WeightClipPenalty } from '../generated/penalties.js';
import { definePenalty } from '../entries/penalty.js';
import { tf } from '../tf.js';

/**
 * Weight clipping: after each update of the discriminator, each of its trainable parameters becomes
 * min(max(θ, −limit), limit). Adds nothing to the loss; running statistics are not clipped.
 *
 * @source Arjovsky, Chintala, Bottou 2017, arXiv:1701.07875, Algorithm 1
 */
export const weightClip = definePenalty<WeightClipPenalty>({
  type: 'weightClip',
  schema: schemas.weightClip,
  perSample: false,
  project: (parameter, { limit }) => tf.maximum(tf.minimum(parameter, limit), tf.neg(limit)),
});
