/** Parameters and formula of normalization layers: y = gamma · (x − mean) / √(variance + epsilon) + beta. */
import type { Shape } from '../../ir/tensorType.js';
import type { Hyperparameter } from '../../entries/config.js';
import type { Initialize } from '../../entries/layer.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';
import type { ParameterSpec } from '../../entries/parameter.js';
import { tf, type Tensor } from '../../tf.js';

export interface NormalizationConfig {
  readonly center: boolean;
  readonly scale: boolean;
  readonly betaInitializer: unknown;
  readonly gammaInitializer: unknown;
}

/** Declares `gamma` with `scale` and `beta` with `center`. */
export function normalizationParameters(
  { center, scale, betaInitializer, gammaInitializer }: NormalizationConfig,
  initialize: Initialize,
  shape: Shape,
): readonly ParameterSpec[] {
  const declare = (name: string, initializer: unknown): ParameterSpec => ({
    name,
    shape,
    initial: initialize(initializer, shape),
    trainable: true,
    outputAxes: null,
  });
  return [
    ...(scale ? [declare('gamma', gammaInitializer)] : []),
    ...(center ? [declare('beta', betaInitializer)] : []),
  ];
}

/**
 * Checks that statistics are taken over more than one value.
 *
 * @param count Number of values that each mean is taken over.
 * @throws LayerShapeError for a single value, which equals its mean, so that the output would not depend on the input.
 */
export function checkNormalized(count: number, layer: string): void {
  if (count > 1) return;
  throw new LayerShapeError(
    `${layer} would take each value for its own mean, so that nothing of its input is left`,
    'Normalize more values together, or leave the layer out.',
  );
}

/** x − mean, and the biased variance (divided by the count), over axes that are kept with size 1. */
export function momentsOver(
  x: Tensor,
  axes: readonly number[],
): { readonly centred: Tensor; readonly variance: Tensor } {
  const centred = tf.sub(x, tf.mean(x, [...axes], true));
  return { centred, variance: tf.mean(tf.square(centred), [...axes], true) };
}

/**
 * Normalization with gain and offset: gamma · centred / √(variance + epsilon) + beta.
 *
 * @param centred x − mean.
 * @param gamma Broadcast against `centred`; 1 if undefined.
 * @param beta Broadcast against `centred`; 0 if undefined.
 */
export function scaleAndShift(
  centred: Tensor,
  variance: Tensor,
  epsilon: Hyperparameter,
  gamma: Tensor | undefined,
  beta: Tensor | undefined,
): Tensor {
  const inverse = tf.rsqrt(tf.add(variance, epsilon));
  // gamma is multiplied with the statistics first, which are much smaller than x in batch normalization.
  const scaled = tf.mul(centred, gamma === undefined ? inverse : tf.mul(inverse, gamma));
  return beta === undefined ? scaled : tf.add(scaled, beta);
}
