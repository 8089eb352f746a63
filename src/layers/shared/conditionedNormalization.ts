/**
 * Gain and offset of a normalization as functions of a condition c, such as a class or a style:
 *
 *   gamma(c) = gamma + c · gammaKernel,   beta(c) = beta + c · betaKernel
 *
 * For a one-hot class the kernels are tables with one row per class, as in conditional batch normalization. Where gamma and
 * beta are not shared by all conditions, 1 and 0 stand in their place.
 */
import type { Shape } from '../../ir/tensorType.js';
import type { Initialize } from '../../entries/layer.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';
import type { ParameterSpec } from '../../entries/parameter.js';
import { tf, type Tensor } from '../../tf.js';
import { conditionSize } from './condition.js';
import { normalizationParameters, type NormalizationConfig } from './normalization.js';

interface ConditionedConfig extends NormalizationConfig {
  readonly kernelInitializer: unknown;
  /** True where gamma and beta are parameters, too. */
  readonly sharedAffine: boolean;
}

/**
 * Declares `gamma` and `gammaKernel` with `scale`, `beta` and `betaKernel` with `center`; `gamma` and `beta` only where
 * they are shared.
 *
 * @param layer Type of the layer, for the message.
 * @throws LayerShapeError if both are disabled, so that nothing depends on the condition.
 */
export function conditionedParameters(
  config: ConditionedConfig,
  initialize: Initialize,
  condition: Shape,
  channels: number,
  layer: string,
): readonly ParameterSpec[] {
  const size = conditionSize(condition, layer);
  const own = normalizationParameters(config, initialize, [channels]);
  if (own.length === 0) {
    throw new LayerShapeError(
      `${layer} reads a condition, but has neither gamma nor beta, which would depend on it`,
      'Set scale or center to true, or read one input.',
      'input',
    );
  }
  const shape = [size, channels];
  const kernels = own.map(({ name }) => ({
    name: `${name}Kernel`,
    shape,
    initial: initialize(config.kernelInitializer, shape),
    trainable: true,
  }));
  return config.sharedAffine ? [...own, ...kernels] : kernels;
}

/**
 * `gamma` or `beta` of each sample, `[batch, 1, …, channels]`; the parameter itself without a condition; undefined if it
 * was not declared.
 *
 * @param rank Rank of the normalized tensor.
 */
export function conditioned(
  name: 'gamma' | 'beta',
  condition: Tensor | undefined,
  weights: Readonly<Record<string, Tensor>>,
  rank: number,
): Tensor | undefined {
  const own = weights[name];
  const kernel = weights[`${name}Kernel`];
  if (!kernel || !condition) return own;
  const values = tf.add(tf.matMul(condition, kernel), own ?? (name === 'gamma' ? 1 : 0));
  const [batch = 1, channels = 1] = values.shape;
  const spatial = Array.from({ length: rank - 2 }, () => 1);
  return tf.reshape(values, [batch, ...spatial, channels]);
}
