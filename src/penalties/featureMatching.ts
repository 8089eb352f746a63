import { schemas, type FeatureMatchingPenalty } from '../generated/penalties.js';
import { definePenalty } from '../entries/penalty.js';
import { tf } from '../tf.js';

/**
 * Feature matching, a term of the generator's loss.
 *
 *   value = ‖E h(real) − E h(fake)‖₂²  (`squared`),   ‖E h(real) − E h(fake)‖₁  (`absolute`)
 *
 * h is the output of the discriminator's layer `layer`, E the mean over the batch, and the norm a sum over all other
 * axes. No gradient flows through the real features. The result is a scalar ≥ 0, not yet multiplied by `weight`. To
 * train the generator on features alone, as in the paper, set the `generatorWeight` of the loss to 0.
 *
 * @source Salimans et al. 2016, arXiv:1606.03498, section 3.1
 */
export const featureMatching = definePenalty<FeatureMatchingPenalty>({
  type: 'featureMatching',
  schema: schemas.featureMatching,
  perSample: false,
  networks: () => ['generator'],
  layerOptions: { layer: 'discriminator' },
  value: ({ layer, stopGradient }, { layer: name, norm }) => {
    const real = stopGradient(tf.mean(layer('discriminator', name, 'real'), 0));
    const difference = tf.sub(real, tf.mean(layer('discriminator', name, 'fake'), 0));
    return tf.sum(norm === 'squared' ? tf.square(difference) : tf.abs(difference));
  },
});
