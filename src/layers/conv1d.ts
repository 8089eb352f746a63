import { schemas, type Conv1DLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { convolve } from './shared/convolution.js';
import { asRowKernel, asRows, asSequences, sequenceShape } from './shared/sequence.js';
import { axisWindow, convolvedSize, unitWindow } from './shared/window.js';
import { addBiasAndActivate, affineParameters } from './shared/affine.js';
import { patchNumbers } from './shared/patches.js';
import { weight } from './shared/weight.js';

/**
 * One-dimensional convolution (cross-correlation): y = activation(x ∗ kernel + bias).
 *
 *   x `[batch, length, in]`, kernel `[kernelSize, in, filters]`, bias `[filters]`
 *
 * The output length is ceil(length / stride) under `same` padding, with an odd zero at the end as in TensorFlow, and
 * floor((length + padding − kernelSize) / stride) + 1 otherwise. FLOPs: 2 · kernelSize · in per output value.
 */
export const conv1d = defineLayer<Conv1DLayer>({
  type: 'conv1d',
  schema: schemas.conv1d,
  outputShape: (input, { filters, kernelSize, strides, padding }) => {
    const [length] = sequenceShape(input, 'conv1d');
    return [convolvedSize(length, axisWindow(kernelSize, strides, padding)), filters];
  },
  parameters: (input, config, initialize) => {
    const [, channels] = sequenceShape(input, 'conv1d');
    const { kernelSize, filters } = config;
    return affineParameters(config, initialize, [kernelSize, channels, filters], filters);
  },
  flops: (input, output, { kernelSize }) =>
    2 * kernelSize * sequenceShape(input, 'conv1d')[1] * sizeOf(output),
  workspace: (input, output, { kernelSize }, batch) =>
    patchNumbers(output, [kernelSize], sequenceShape(input, 'conv1d')[1], batch),
  apply: (x, config, weights, context) => {
    const kernel = asRowKernel(weight(weights, 'kernel'));
    const window = axisWindow(config.kernelSize, config.strides, config.padding);
    const y = asSequences(convolve(asRows(x), kernel, [unitWindow, window]));
    return addBiasAndActivate(y, config, weights, context);
  },
});
