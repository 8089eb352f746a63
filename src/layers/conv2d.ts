import { schemas, type Conv2DLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { LayerShapeError } from '../entries/layerShapeError.js';
import { channelsPerPart } from './shared/channels.js';
import { convolve } from './shared/convolution.js';
import { convolveInGroups } from './shared/groupedConvolution.js';
import { asImages, imageShape } from './shared/image.js';
import { pair } from './shared/pair.js';
import { convolvedSize, imageWindows } from './shared/window.js';
import { addBiasAndActivate, affineParameters } from './shared/affine.js';
import { refuseIdentity } from './shared/refuseIdentity.js';
import { patchNumbers } from './shared/patches.js';
import { weight } from './shared/weight.js';

/**
 * Two-dimensional convolution (cross-correlation): y = activation(x ∗ kernel + bias).
 *
 *   x `[batch, height, width, in]`, kernel `[kernelHeight, kernelWidth, in / groups, filters]`, bias `[filters]`
 *
 * The output height is ceil(height / stride) under `same` padding, with an odd zero below and to the right as in
 * TensorFlow, and floor((height + padding − kernelHeight) / stride) + 1 otherwise. The default is `same`, unlike in
 * tfjs-layers, because GANs mostly use it. FLOPs: 2 · kernelHeight · kernelWidth · in / groups per output value.
 *
 * @source groups: Xie et al. 2017, arXiv:1611.05431, section 3
 */
export const conv2d = defineLayer<Conv2DLayer>({
  type: 'conv2d',
  schema: schemas.conv2d,
  outputShape: (input, { filters, kernelSize, strides, padding, groups }) => {
    const [height, width, channels] = imageShape(input, 'conv2d');
    channelsPerPart(channels, groups, 'conv2d', 'groups');
    checkFilters(filters, groups);
    const [vertical, horizontal] = imageWindows(kernelSize, strides, padding);
    return [convolvedSize(height, vertical), convolvedSize(width, horizontal), filters];
  },
  parameters: (input, config, initialize) => {
    const [, , channels] = imageShape(input, 'conv2d');
    const { filters, groups } = config;
    const shape = [...pair(config.kernelSize), channels / groups, filters];
    if (groups > 1)
      refuseIdentity(initialize(config.kernelInitializer, shape), 'kernelInitializer');
    return affineParameters(config, initialize, shape, filters);
  },
  flops: (input, output, { kernelSize, groups }) =>
    (2 * sizeOf(pair(kernelSize)) * imageShape(input, 'conv2d')[2] * sizeOf(output)) / groups,
  workspace: (input, output, { kernelSize }, batch) =>
    patchNumbers(output, pair(kernelSize), imageShape(input, 'conv2d')[2], batch),
  apply: (x, config, weights, context) => {
    const windows = imageWindows(config.kernelSize, config.strides, config.padding);
    const { groups } = config;
    const images = asImages(x);
    const kernel = asImages(weight(weights, 'kernel'));
    const y =
      groups === 1
        ? convolve(images, kernel, windows)
        : convolveInGroups(images, kernel, windows, groups);
    return addBiasAndActivate(y, config, weights, context);
  },
});

function checkFilters(filters: number, groups: number): void {
  if (filters % groups === 0) return;
  throw new LayerShapeError(
    `the ${filters} filters of conv2d cannot be divided into ${groups} equal parts`,
    `Choose groups among the divisors of ${filters}.`,
    'groups',
  );
}
