import { schemas, type DepthwiseConv2DLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { convolveDepthwise } from './shared/depthwiseConvolution.js';
import { asImages, imageShape } from './shared/image.js';
import { pair } from './shared/pair.js';
import { convolvedSize, imageWindows } from './shared/window.js';
import { addBiasAndActivate, biasParameters } from './shared/affine.js';
import { depthwiseKernel } from './shared/depthwiseKernel.js';
import { patchNumbers } from './shared/patches.js';
import { weight } from './shared/weight.js';

/**
 * Depthwise convolution, each channel separately:
 * y[…, c · depthMultiplier + m] = activation(x[…, c] ∗ kernel[…, c, m] + bias).
 *
 *   x `[batch, height, width, in]`, kernel `[kernelHeight, kernelWidth, in, depthMultiplier]`,
 *   bias `[in · depthMultiplier]`
 *
 * Output sizes are those of conv2d. The fan-in is the window size alone, since each output depends on one channel;
 * tfjs-layers counts all channels. FLOPs: 2 · kernelHeight · kernelWidth per output value.
 */
export const depthwiseConv2d = defineLayer<DepthwiseConv2DLayer>({
  type: 'depthwiseConv2d',
  schema: schemas.depthwiseConv2d,
  outputShape: (input, { kernelSize, strides, padding, depthMultiplier }) => {
    const [height, width, channels] = imageShape(input, 'depthwiseConv2d');
    const [vertical, horizontal] = imageWindows(kernelSize, strides, padding);
    const outputs = channels * depthMultiplier;
    return [convolvedSize(height, vertical), convolvedSize(width, horizontal), outputs];
  },
  parameters: (input, config, initialize) => {
    const [, , channels] = imageShape(input, 'depthwiseConv2d');
    const outputs = channels * config.depthMultiplier;
    return [
      depthwiseKernel('kernel', config, channels, initialize),
      ...biasParameters(config, initialize, outputs),
    ];
  },
  flops: (_input, output, { kernelSize }) => 2 * sizeOf(pair(kernelSize)) * sizeOf(output),
  workspace: (input, output, { kernelSize }, batch) =>
    patchNumbers(output, pair(kernelSize), imageShape(input, 'depthwiseConv2d')[2], batch),
  apply: (x, config, weights, context) => {
    const windows = imageWindows(config.kernelSize, config.strides, config.padding);
    const y = convolveDepthwise(asImages(x), asImages(weight(weights, 'kernel')), windows);
    return addBiasAndActivate(y, config, weights, context);
  },
});
