/**
 * What normalizing layers have in common: y = gamma · d / √(variance + epsilon) + beta, with d = x − mean.
 */
import type { Shape } from '../../ir/tensorType.js';
import type { Hyperparameter } from '../../entries/config.js';
import { LayerShapeError, type Initialize, type ParameterSpec } from '../../entries/entries.js';
import { tf, type Tensor } from '../../tf.js';

export interface NormalizationConfig {
  readonly center: boolean;
  readonly scale: boolean;
  readonly betaInitializer: unknown;
  readonly gammaInitializer: unknown;
}

/** Declares `gamma` and `beta`, each where wanted. */
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
 * @param count Values that a mean is taken over.
 * @throws LayerShapeError for a single one, which is its own mean: nothing of the input would be left.
 */
export function checkNormalized(count: number, layer: string): void {
  if (count > 1) return;
  throw new LayerShapeError(
    `${layer} would take each value for its own mean, so that nothing of its input is left`,
    'Normalize more values together, or leave the layer out.',
  );
}

/** x − mean and the biased variance (divided by the count) over axes, which are kept with size 1. */
export function momentsOver(
  x: Tensor,
  axes: readonly number[],
): { readonly centred: Tensor; readonly variance: Tensor } {
  const centred = tf.sub(x, tf.mean(x, [...axes], true));
  return { centred, variance: tf.mean(tf.square(centred), [...axes], true) };
}

/**
 * gamma · centred / √(variance + epsilon) + beta.
 *
 * @param centred x − mean.
 * @param gamma, beta Broadcast against `centred`; absent for 1 and 0.
 */
export function scaleAndShift(
  centred: Tensor,
  variance: Tensor,
  epsilon: Hyperparameter,
  gamma: Tensor | undefined,
  beta: Tensor | undefined,
): Tensor {
  const inverse = tf.rsqrt(tf.add(variance, epsilon));
  // gamma meets the statistics first: they are small where they are those of a batch.
  const scaled = tf.mul(centred, gamma === undefined ? inverse : tf.mul(inverse, gamma));
  return beta === undefined ? scaled : tf.add(scaled, beta);
}
