import { schema, type Conv2DLayer } from '../generated/layers/conv2d.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../registry/define.js';
import { tf } from '../tf.js';
import { asImages, imageShape } from './geometry/image.js';
import { pair } from './geometry/pair.js';
import { convolvedSize } from './geometry/window.js';
import { addBiasAndActivate, affineParameters } from './weights/affine.js';
import { weight } from './weights/weight.js';

/**
 * Two-dimensional convolution (cross-correlation, as everywhere in deep learning): y = activation(x ∗ kernel + bias).
 *
 *   x `[batch, height, width, in]`, kernel `[kernelHeight, kernelWidth, in, filters]`, bias `[filters]`
 *
 * Output height is ceil(height / stride) under `same` padding, with the odd zero below and to the right as in
 * TensorFlow, and floor((height − kernelHeight) / stride) + 1 under `valid`. The default is `same`, unlike in
 * tfjs-layers, because networks of GANs use it. FLOPs: 2 · kernelHeight · kernelWidth · in for each output value.
 */
export const conv2d = defineLayer<Conv2DLayer>({
  type: 'conv2d',
  schema,
  outputShape: (input, { filters, kernelSize, strides, padding }) => {
    const [height, width] = imageShape(input, 'conv2d');
    const [kernelHeight, kernelWidth] = pair(kernelSize);
    const [down, right] = pair(strides);
    return [
      convolvedSize(height, kernelHeight, down, padding),
      convolvedSize(width, kernelWidth, right, padding),
      filters,
    ];
  },
  parameters: (input, config, initialize) => {
    const [, , channels] = imageShape(input, 'conv2d');
    const { filters } = config;
    const shape = [...pair(config.kernelSize), channels, filters];
    return affineParameters(config, initialize, shape, filters);
  },
  flops: (input, output, { kernelSize }) =>
    2 * sizeOf(pair(kernelSize)) * imageShape(input, 'conv2d')[2] * sizeOf(output),
  apply: (x, config, weights, context) => {
    const kernel = asImages(weight(weights, 'kernel'));
    const y = tf.conv2d(asImages(x), kernel, pair(config.strides), config.padding);
    return addBiasAndActivate(y, config, weights, context);
  },
});
