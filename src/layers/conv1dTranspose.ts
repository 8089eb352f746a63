import { schemas, type Conv1DTransposeLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { convolveTransposed } from './shared/convolution.js';
import { asRowKernel, asRows, asSequences, sequenceShape } from './shared/sequence.js';
import { axisWindow, transposedSize, unitWindow } from './shared/window.js';
import { addBiasAndActivate, transposedParameters } from './shared/affine.js';
import { patchNumbers } from './shared/patches.js';
import { weight } from './shared/weight.js';

/**
 * Transposed one-dimensional convolution: the adjoint of the convolution that maps the output length to the input
 * length.
 *
 *   x `[batch, length, in]`, kernel `[kernelSize, filters, in]`, bias `[filters]`
 *
 * The output length is length · stride under `same` padding, length · stride + max(kernelSize − stride, 0) under
 * `valid`, and (length − 1) · stride + kernelSize − padding + outputPadding with numeric padding, as in PyTorch.
 * FLOPs: 2 · kernelSize · filters per input value.
 *
 * @source Dumoulin & Visin 2016, arXiv:1603.07285, chapter 4
 */
export const conv1dTranspose = defineLayer<Conv1DTransposeLayer>({
  type: 'conv1dTranspose',
  schema: schemas.conv1dTranspose,
  outputShape: (input, { filters, kernelSize, strides, padding, outputPadding }) => {
    const [length] = sequenceShape(input, 'conv1dTranspose');
    return [
      transposedSize(length, axisWindow(kernelSize, strides, padding), outputPadding),
      filters,
    ];
  },
  parameters: (input, config, initialize) => {
    const [, channels] = sequenceShape(input, 'conv1dTranspose');
    const { kernelSize, filters } = config;
    return transposedParameters(config, initialize, [kernelSize], channels, filters);
  },
  flops: (input, _output, { filters, kernelSize }) => 2 * kernelSize * filters * sizeOf(input),
  workspace: (input, _output, { kernelSize }, batch) =>
    patchNumbers(input, [kernelSize], sequenceShape(input, 'conv1dTranspose')[1], batch),
  apply: (x, config, weights, context) => {
    const kernel = asRowKernel(weight(weights, 'kernel'));
    const window = axisWindow(config.kernelSize, config.strides, config.padding);
    const rows = convolveTransposed(
      asRows(x),
      kernel,
      [unitWindow, window],
      [0, config.outputPadding],
    );
    return addBiasAndActivate(asSequences(rows), config, weights, context);
  },
});
