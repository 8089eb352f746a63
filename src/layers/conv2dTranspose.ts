import { schemas, type Conv2DTransposeLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { convolveTransposed } from './shared/convolution.js';
import { asImages, imageShape } from './shared/image.js';
import { pair } from './shared/pair.js';
import { transposedSize, imageWindows } from './shared/window.js';
import { addBiasAndActivate, transposedParameters } from './shared/affine.js';
import { patchNumbers } from './shared/patches.js';
import { weight } from './shared/weight.js';

/**
 * Transposed convolution: the adjoint of the convolution that maps the output size to the input size.
 *
 *   x `[batch, height, width, in]`, kernel `[kernelHeight, kernelWidth, filters, in]`, bias `[filters]`
 *
 * The output height is height · stride under `same` padding, height · stride + max(kernelHeight − stride, 0) under
 * `valid`, and (height − 1) · stride + kernelHeight − padding + outputPadding with numeric padding, as in PyTorch.
 * FLOPs: 2 · kernelHeight · kernelWidth · filters per input value.
 *
 * @source Dumoulin & Visin 2016, arXiv:1603.07285, chapter 4
 */
export const conv2dTranspose = defineLayer<Conv2DTransposeLayer>({
  type: 'conv2dTranspose',
  schema: schemas.conv2dTranspose,
  outputShape: (input, { filters, kernelSize, strides, padding, outputPadding }) => {
    const [height, width] = imageShape(input, 'conv2dTranspose');
    const [vertical, horizontal] = imageWindows(kernelSize, strides, padding);
    const [below, right] = pair(outputPadding);
    return [
      transposedSize(height, vertical, below),
      transposedSize(width, horizontal, right),
      filters,
    ];
  },
  parameters: (input, config, initialize) => {
    const [, , channels] = imageShape(input, 'conv2dTranspose');
    const window = pair(config.kernelSize);
    return transposedParameters(config, initialize, window, channels, config.filters);
  },
  flops: (input, _output, { filters, kernelSize }) =>
    2 * sizeOf(pair(kernelSize)) * filters * sizeOf(input),
  workspace: (input, _output, { kernelSize }, batch) =>
    patchNumbers(input, pair(kernelSize), imageShape(input, 'conv2dTranspose')[2], batch),
  apply: (x, config, weights, context) => {
    const kernel = asImages(weight(weights, 'kernel'));
    const windows = imageWindows(config.kernelSize, config.strides, config.padding);
    const y = convolveTransposed(asImages(x), kernel, windows, pair(config.outputPadding));
    return addBiasAndActivate(y, config, weights, context);
  },
});
