import { schema, type WeightClipPenalty } from '../generated/penalties/weightClip.js';
import { definePenalty } from '../entries/define.js';
import { tf } from '../tf.js';

/**
 * Weight clipping: each trainable parameter of the discriminator becomes min(max(θ, −limit), limit) after each of
 * its updates. It adds nothing to the loss, and running statistics are left alone.
 *
 * @source Arjovsky, Chintala, Bottou 2017, arXiv:1701.07875, Algorithm 1
 */
export const weightClip = definePenalty<WeightClipPenalty>({
  type: 'weightClip',
  schema,
  perSample: false,
  project: (parameter, { limit }) => tf.maximum(tf.minimum(parameter, limit), tf.neg(limit)),
});
