/** What layers of the form activation(x ∘ kernel + bias) have in common. */
import type { Shape } from '../../ir/tensorType.js';
import type { Initialize, LayerContext, ParameterSpec } from '../../registry/entries.js';
import { tf, type Tensor } from '../../tf.js';

interface AffineConfig {
  readonly useBias: boolean;
  readonly kernelInitializer: unknown;
  readonly biasInitializer: unknown;
}

/**
 * Declares `kernel` and, where wanted, `bias`.
 *
 * @param shape Shape of the kernel.
 * @param outputs Length of the bias.
 * @param fanShape The kernel's shape in the order `[…window, in, out]`, from which initializers take their fans.
 */
export function affineParameters(
  { useBias, kernelInitializer, biasInitializer }: AffineConfig,
  initialize: Initialize,
  shape: Shape,
  outputs: number,
  fanShape = shape,
): readonly ParameterSpec[] {
  const kernel = {
    name: 'kernel',
    shape,
    initial: initialize(kernelInitializer, fanShape),
    trainable: true,
  };
  if (!useBias) return [kernel];
  const initial = initialize(biasInitializer, [outputs]);
  return [kernel, { name: 'bias', shape: [outputs], initial, trainable: true }];
}

/** Adds the bias along the last axis, where there is one, and applies the activation. */
export function addBiasAndActivate(
  x: Tensor,
  { activation }: { readonly activation: unknown },
  { bias }: Readonly<Record<string, Tensor>>,
  context: LayerContext,
): Tensor {
  return context.activate(bias === undefined ? x : tf.add(x, bias), activation);
}
