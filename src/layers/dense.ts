import { schemas, type DenseLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { lastSize } from './shared/axis.js';
import { addBiasAndActivate, affineParameters } from './shared/affine.js';
import { weight } from './shared/weight.js';

/**
 * Fully connected layer: y = activation(x · kernel + bias), applied to the last axis of inputs of any rank.
 *
 *   x `[batch, …, in]`, kernel `[in, units]`, bias `[units]` → `[batch, …, units]`
 *
 * FLOPs: 2 · in per output value.
 */
export const dense = defineLayer<DenseLayer>({
  type: 'dense',
  schema: schemas.dense,
  outputShape: (input, { units }) => {
    lastSize(input, 'dense');
    return [...input.slice(0, -1), units];
  },
  parameters: (input, config, initialize) =>
    affineParameters(config, initialize, [lastSize(input, 'dense'), config.units], config.units),
  flops: (input, output) => 2 * lastSize(input, 'dense') * sizeOf(output),
  apply: (x, config, weights, context) => {
    const kernel = weight(weights, 'kernel');
    const rows = x.rank === 2 ? x : tf.reshape(x, [-1, lastSize(x.shape, 'dense')]);
    const product = tf.matMul(rows, kernel);
    const y = x.rank === 2 ? product : tf.reshape(product, [...x.shape.slice(0, -1), config.units]);
    return addBiasAndActivate(y, config, weights, context);
  },
});
