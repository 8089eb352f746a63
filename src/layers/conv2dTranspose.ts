import { schema, type Conv2DTransposeLayer } from '../generated/layers/conv2dTranspose.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../registry/define.js';
import { tf } from '../tf.js';
import { asImages, imageShape } from './geometry/image.js';
import { pair } from './geometry/pair.js';
import { enlargedSize } from './geometry/window.js';
import { addBiasAndActivate, affineParameters } from './weights/affine.js';
import { weight } from './weights/weight.js';

/**
 * Transposed convolution: the adjoint of the convolution that leads from its output's size to its input's.
 *
 *   x `[batch, height, width, in]`, kernel `[kernelHeight, kernelWidth, filters, in]`, bias `[filters]`
 *
 * Output height is height · stride under `same` padding, and height · stride + max(kernelHeight − stride, 0) under
 * `valid`. Initializers take `in` for the fan-in and `filters` for the fan-out, though the kernel holds them the
 * other way round. FLOPs: 2 · kernelHeight · kernelWidth · filters for each input value.
 *
 * @source Dumoulin & Visin 2016, arXiv:1603.07285, chapter 4
 */
export const conv2dTranspose = defineLayer<Conv2DTransposeLayer>({
  type: 'conv2dTranspose',
  schema,
  outputShape: (input, { filters, kernelSize, strides, padding }) => {
    const [height, width] = imageShape(input, 'conv2dTranspose');
    const [kernelHeight, kernelWidth] = pair(kernelSize);
    const [down, right] = pair(strides);
    return [
      enlargedSize(height, kernelHeight, down, padding),
      enlargedSize(width, kernelWidth, right, padding),
      filters,
    ];
  },
  parameters: (input, config, initialize) => {
    const [, , channels] = imageShape(input, 'conv2dTranspose');
    const { filters } = config;
    const window = pair(config.kernelSize);
    return affineParameters(config, initialize, [...window, filters, channels], filters, [
      ...window,
      channels,
      filters,
    ]);
  },
  flops: (input, _output, { filters, kernelSize }) =>
    2 * sizeOf(pair(kernelSize)) * filters * sizeOf(input),
  apply: (x, config, weights, context) => {
    const images = asImages(x);
    const kernel = asImages(weight(weights, 'kernel'));
    const [batch, height, width] = images.shape;
    const [kernelHeight, kernelWidth, filters] = kernel.shape;
    const { padding } = config;
    const [down, right] = pair(config.strides);
    const outputShape: [number, number, number, number] = [
      batch,
      enlargedSize(height, kernelHeight, down, padding),
      enlargedSize(width, kernelWidth, right, padding),
      filters,
    ];
    const y = tf.conv2dTranspose(images, kernel, outputShape, [down, right], padding);
    return addBiasAndActivate(y, config, weights, context);
  },
});
