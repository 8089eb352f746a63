/** Parameters and output of affine layers, activation(x ∘ kernel + bias) for a linear operation ∘. */
import type { Shape } from '../../ir/tensorType.js';
import type { Initialize } from '../../entries/layer.js';
import type { LayerContext } from '../../entries/layerContext.js';
import type { ParameterSpec } from '../../entries/parameter.js';
import { tf, type Tensor } from '../../tf.js';

interface BiasConfig {
  readonly useBias: boolean;
  readonly biasInitializer: unknown;
}

interface AffineConfig extends BiasConfig {
  readonly kernelInitializer: unknown;
}

/**
 * Declares `kernel` and, with `useBias`, `bias`.
 *
 * @param shape Shape of the kernel: `[…window, in, outputs]`.
 * @param outputs Length of the bias.
 */
export function affineParameters(
  config: AffineConfig,
  initialize: Initialize,
  shape: Shape,
  outputs: number,
): readonly ParameterSpec[] {
  const initial = initialize(config.kernelInitializer, shape);
  return [
    { name: 'kernel', shape, initial, trainable: true },
    ...biasParameters(config, initialize, outputs),
  ];
}

/**
 * Declares `kernel` `[…window, outputs, inputs]` and, with `useBias`, `bias` of a transposed convolution. For
 * initializers, the fan-in counts `inputs` and the fan-out `outputs`, despite the reversed order in the kernel.
 */
export function transposedParameters(
  config: AffineConfig,
  initialize: Initialize,
  window: Shape,
  inputs: number,
  outputs: number,
): readonly ParameterSpec[] {
  const kernel = {
    name: 'kernel',
    shape: [...window, outputs, inputs],
    initial: initialize(config.kernelInitializer, [...window, inputs, outputs]),
    trainable: true,
    outputAxes: [window.length],
  };
  return [kernel, ...biasParameters(config, initialize, outputs)];
}

/** Declares `bias` `[outputs]` with `useBias`. */
export function biasParameters(
  { useBias, biasInitializer }: BiasConfig,
  initialize: Initialize,
  outputs: number,
): readonly ParameterSpec[] {
  if (!useBias) return [];
  const initial = initialize(biasInitializer, [outputs]);
  return [{ name: 'bias', shape: [outputs], initial, trainable: true }];
}

/** Adds the bias, if any, along the last axis and applies the activation. */
export function addBiasAndActivate(
  x: Tensor,
  { activation }: { readonly activation: unknown },
  { bias }: Readonly<Record<string, Tensor>>,
  context: LayerContext,
): Tensor {
  return context.activate(bias === undefined ? x : tf.add(x, bias), activation);
}
