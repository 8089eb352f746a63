import { schemas, type NoiseInjectionLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { spatialChannels } from './shared/channels.js';
import { weight } from './shared/weight.js';

/**
 * Noise injection: y = x + strength · noise, in training and inference.
 *
 * The random input `noise` `[batch, …spatial, 1]` is N(0, 1), one number for all channels of a pixel; strength is
 * trained, `[channels]`, or `[1]` if `perChannel` is false, and starts at zero. FLOPs: 2 per value.
 *
 * @source Karras, Laine, Aila 2019, arXiv:1812.04948, section 2 (a strength for each channel); Karras et al. 2020,
 *   arXiv:1912.04958, section 2.1 (one for all)
 */
export const noiseInjection = defineLayer<NoiseInjectionLayer>({
  type: 'noiseInjection',
  schema: schemas.noiseInjection,
  randomAtInference: true,
  outputShape: (input) => {
    spatialChannels(input, 'noiseInjection');
    return input;
  },
  parameters: (input, { perChannel, strengthInitializer }, initialize) => {
    const shape = [perChannel ? spatialChannels(input, 'noiseInjection') : 1];
    const initial = initialize(strengthInitializer, shape);
    return [{ name: 'strength', shape, initial, trainable: true }];
  },
  flops: (input) => 2 * sizeOf(input),
  apply: (x, _config, weights, context) => {
    const shape = x.shape.with(-1, 1);
    const noise = context.random('noise', shape, { kind: 'normal', mean: 0, stddev: 1 });
    return tf.add(x, tf.mul(noise, weight(weights, 'strength')));
  },
});
