import { schemas, type DotLayer } from '../generated/layers.js';
import { defineMergeLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { lastSize } from './shared/axis.js';
import { commonShape } from './shared/merge.js';

/**
 * Inner product of two inputs of the same shape along the last axis: y = Σᵢ aᵢ · bᵢ.
 *
 *   a, b `[batch, …, size]` → `[batch, …, 1]`
 *
 * Applied to features and a class embedding, it is the term ⟨e_y, φ(x)⟩ of a projection discriminator.
 *
 * @source Miyato & Koyama 2018, arXiv:1802.05637, eq. (3)
 */
export const dot = defineMergeLayer<DotLayer>({
  type: 'dot',
  schema: schemas.dot,
  maxInputs: 2,
  outputShape: (inputs) => {
    const shape = commonShape(inputs, 'dot');
    lastSize(shape, 'dot');
    return shape.with(-1, 1);
  },
  apply: (inputs) =>
    tf.sum(
      inputs.reduce((product, x) => tf.mul(product, x)),
      -1,
      true,
    ),
});
