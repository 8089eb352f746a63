import { schemas, type LearnedConstantLayer } from '../generated/layers.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { weight } from './shared/weight.js';

/**
 * Learned constant input: a trained tensor `constant` of shape `shape`, repeated for each sample of the batch. The values
 * of the input are not used.
 *
 * @source Karras, Laine, Aila 2019, arXiv:1812.04948, section 2.1
 */
export const learnedConstant = defineLayer<LearnedConstantLayer>({
  type: 'learnedConstant',
  schema: schemas.learnedConstant,
  outputShape: (_input, { shape }) => shape,
  parameters: (_input, { shape, initializer }, initialize) => [
    {
      name: 'constant',
      shape,
      initial: initialize(initializer, shape),
      trainable: true,
      outputAxes: null,
    },
  ],
  flops: () => 0,
  apply: (x, { shape }, weights) =>
    tf.broadcastTo(weight(weights, 'constant'), [x.shape[0], ...shape]),
});
