import { schemas, type ScaleLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { lastSize } from './shared/axis.js';
import { weight } from './shared/weight.js';

/**
 * Multiplication by a number: y = factor · x, on inputs of any rank.
 *
 * With `trainable` the factor is where a learned one starts, `gamma` `[1]`, or `[channels]` with `perChannel`. FLOPs: 1 per value.
 *
 * @source Zhang et al. 2018, arXiv:1805.08318, eq. (4), for one number (γ, from 0); Touvron et al. 2021, arXiv:2103.17239, eq. (4), for each channel.
 */
export const scale = defineLayer<ScaleLayer>({
  type: 'scale',
  schema: schemas.scale,
  outputShape: (input) => {
    lastSize(input, 'scale');
    return input;
  },
  parameters: (input, { factor, trainable, perChannel }) =>
    trainable
      ? [
          {
            name: 'gamma',
            shape: [perChannel ? lastSize(input, 'scale') : 1],
            initial: { kind: 'constant', value: factor },
            trainable: true,
          },
        ]
      : [],
  flops: (input) => sizeOf(input),
  apply: (x, { factor, trainable }, weights) =>
    tf.mul(x, trainable ? weight(weights, 'gamma') : factor),
});
