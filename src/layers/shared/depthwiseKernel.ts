import type { Initialize } from '../../entries/layer.js';
import type { ParameterSpec } from '../../entries/parameter.js';
import { pair } from './pair.js';
import { refuseIdentity } from './refuseIdentity.js';

interface DepthwiseConfig {
  readonly kernelSize: number | readonly number[];
  readonly depthMultiplier: number;
  readonly depthwiseInitializer: unknown;
}

/**
 * Declares the kernel `[height, width, channels, depthMultiplier]` of a depthwise convolution, with fan-in
 * height · width and fan-out height · width · depthMultiplier.
 *
 * Spectral normalization and equalized learning rates treat each of the channels · depthMultiplier filters as one
 * output, as in PyTorch.
 *
 * @throws LayerShapeError for the initializer "identity", unless there is only one channel.
 */
export function depthwiseKernel(
  name: string,
  { kernelSize, depthMultiplier, depthwiseInitializer }: DepthwiseConfig,
  channels: number,
  initialize: Initialize,
): ParameterSpec {
  const window = pair(kernelSize);
  const initial = initialize(depthwiseInitializer, [...window, 1, depthMultiplier]);
  if (channels > 1) refuseIdentity(initial, 'depthwiseInitializer');
  return {
    name,
    shape: [...window, channels, depthMultiplier],
    initial,
    trainable: true,
    outputAxes: [window.length, window.length + 1],
  };
}
