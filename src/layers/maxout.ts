import { schemas, type MaxoutLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { lastSize } from './shared/axis.js';
import { affineParameters } from './shared/affine.js';
import { weight } from './shared/weight.js';

/**
 * Maxout: y = max over pieces of (x · kernel + bias), applied to the last axis of inputs of any rank.
 *
 *   x `[batch, …, in]`, kernel `[in, units · pieces]`, bias `[units · pieces]` → `[batch, …, units]`
 *
 * The pieces of a unit are adjacent columns of the kernel. FLOPs: 2 · in · pieces per output value.
 *
 * @source Goodfellow et al. 2013, arXiv:1302.4389, section 3
 */
export const maxout = defineLayer<MaxoutLayer>({
  type: 'maxout',
  schema: schemas.maxout,
  outputShape: (input, { units }) => {
    lastSize(input, 'maxout');
    return input.with(-1, units);
  },
  parameters: (input, config, initialize) => {
    const outputs = config.units * config.pieces;
    const shape = [lastSize(input, 'maxout'), outputs];
    return affineParameters(config, initialize, shape, outputs);
  },
  flops: (input, output, { pieces }) => 2 * lastSize(input, 'maxout') * pieces * sizeOf(output),
  workspace: (_input, output, { pieces }, batch) => batch * pieces * sizeOf(output),
  apply: (x, { units, pieces }, weights) => {
    const rows = tf.reshape(x, [-1, lastSize(x.shape, 'maxout')]);
    const product = tf.matMul(rows, weight(weights, 'kernel'));
    const { bias } = weights;
    const linear = bias === undefined ? product : tf.add(product, bias);
    const leading = x.shape.slice(0, -1);
    return tf.max(tf.reshape(linear, [...leading, units, pieces]), -1);
  },
});
