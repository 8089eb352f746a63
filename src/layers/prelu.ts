import { schemas, type PReLULayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { lastSize } from './shared/axis.js';
import { weight } from './shared/weight.js';

/**
 * Parametric rectifier: y = x if x > 0, else alpha · x, on inputs of any rank.
 *
 * alpha is trained, `[channels]`, or `[1]` if `perChannel` is false, and starts at 0.25. FLOPs: 2 per value.
 *
 * @source He, Zhang, Ren, Sun 2015, arXiv:1502.01852, eq. (1) and section 2.1
 */
export const prelu = defineLayer<PReLULayer>({
  type: 'prelu',
  schema: schemas.prelu,
  outputShape: (input) => {
    lastSize(input, 'prelu');
    return input;
  },
  parameters: (input, { perChannel, alphaInitializer }, initialize) => {
    const shape = [perChannel ? lastSize(input, 'prelu') : 1];
    const initial = initialize(alphaInitializer, shape);
    return [{ name: 'alpha', shape, initial, trainable: true }];
  },
  flops: (input) => 2 * sizeOf(input),
  apply: (x, _config, weights) => tf.prelu(x, weight(weights, 'alpha')),
});
