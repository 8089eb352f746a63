import { schemas, type SeparableConv2DLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { convolve } from './shared/convolution.js';
import { convolveDepthwise } from './shared/depthwiseConvolution.js';
import { asImages, imageShape } from './shared/image.js';
import { pair } from './shared/pair.js';
import { convolvedSize, imageWindows, unitWindow } from './shared/window.js';
import { addBiasAndActivate, biasParameters } from './shared/affine.js';
import { depthwiseKernel } from './shared/depthwiseKernel.js';
import { patchNumbers } from './shared/patches.js';
import { weight } from './shared/weight.js';

/**
 * Depthwise separable convolution: a depthwise convolution without bias, as in depthwiseConv2d, followed by a pointwise
 * convolution.
 *
 *   y = activation(depthwise(x, depthwiseKernel) ∗ pointwiseKernel + bias)
 *   x `[batch, height, width, in]`, depthwiseKernel `[kernelHeight, kernelWidth, in, depthMultiplier]`,
 *   pointwiseKernel `[1, 1, in · depthMultiplier, filters]`, bias `[filters]`
 *
 * FLOPs: 2 · in · depthMultiplier · (kernelHeight · kernelWidth + filters) per output pixel.
 *
 * @source Chollet 2017, arXiv:1610.02357
 */
export const separableConv2d = defineLayer<SeparableConv2DLayer>({
  type: 'separableConv2d',
  schema: schemas.separableConv2d,
  outputShape: (input, { filters, kernelSize, strides, padding }) => {
    const [height, width] = imageShape(input, 'separableConv2d');
    const [vertical, horizontal] = imageWindows(kernelSize, strides, padding);
    return [convolvedSize(height, vertical), convolvedSize(width, horizontal), filters];
  },
  parameters: (input, config, initialize) => {
    const [, , channels] = imageShape(input, 'separableConv2d');
    const { filters, depthMultiplier, pointwiseInitializer } = config;
    const shape = [1, 1, channels * depthMultiplier, filters];
    const initial = initialize(pointwiseInitializer, shape);
    return [
      depthwiseKernel('depthwiseKernel', config, channels, initialize),
      { name: 'pointwiseKernel', shape, initial, trainable: true },
      ...biasParameters(config, initialize, filters),
    ];
  },
  flops: (input, output, { filters, kernelSize, depthMultiplier }) => {
    const [, , channels] = imageShape(input, 'separableConv2d');
    const pixels = sizeOf(output.slice(0, 2));
    return 2 * channels * depthMultiplier * (sizeOf(pair(kernelSize)) + filters) * pixels;
  },
  workspace: (input, output, { kernelSize }, batch) =>
    patchNumbers(output, pair(kernelSize), imageShape(input, 'separableConv2d')[2], batch),
  apply: (x, config, weights, context) => {
    const windows = imageWindows(config.kernelSize, config.strides, config.padding);
    const depthwise = asImages(weight(weights, 'depthwiseKernel'));
    const pointwise = asImages(weight(weights, 'pointwiseKernel'));
    const channels = convolveDepthwise(asImages(x), depthwise, windows);
    const y = convolve(channels, pointwise, [unitWindow, unitWindow]);
    return addBiasAndActivate(y, config, weights, context);
  },
});
