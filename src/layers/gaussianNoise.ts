import { schemas, type GaussianNoiseLayer } from '../generated/layers.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';

/** Additive Gaussian noise: in training y = x + stddev · noise, with the random input `noise` ~ N(0, 1) for each value; in inference y = x. */
export const gaussianNoise = defineLayer<GaussianNoiseLayer>({
  type: 'gaussianNoise',
  schema: schemas.gaussianNoise,
  outputShape: (input) => input,
  apply: (x, { stddev }, _weights, context) => {
    if (!context.training || stddev === 0) return x;
    const noise = context.random('noise', x.shape, { kind: 'normal', mean: 0, stddev: 1 });
    return tf.add(x, tf.mul(noise, stddev));
  },
});
