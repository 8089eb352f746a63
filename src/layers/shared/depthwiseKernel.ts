import type { Initialize, ParameterSpec } from '../../entries/entries.js';
import { pair } from './pair.js';
import { refuseIdentity } from './refuseIdentity.js';

interface DepthwiseConfig {
  readonly kernelSize: number | readonly number[];
  readonly depthMultiplier: number;
  readonly depthwiseInitializer: unknown;
}

/**
 * Declares a kernel `[height, width, channels, depthMultiplier]` for the channels of images, each by itself: every
 * output sees height · width values, and every value takes part in depthMultiplier times as many.
 *
 * Spectral norm and equalized learning rates see one row for each of the channels · depthMultiplier filters, as in
 * PyTorch.
 *
 * @throws LayerShapeError for the initializer "identity", unless there is one channel only.
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
