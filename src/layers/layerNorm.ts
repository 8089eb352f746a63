import { schemas, type LayerNormLayer } from '../generated/layers.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { LayerShapeError } from '../entries/layerShapeError.js';
import { tf, type Tensor } from '../tf.js';
import { axisIndex } from './shared/axis.js';
import { shapeText } from './shared/shapeText.js';
import {
  checkNormalized,
  momentsOver,
  normalizationParameters,
  scaleAndShift,
} from './shared/normalization.js';

/**
 * Layer normalization: y = gamma · (x − mean) / √(variance + epsilon) + beta, for each sample separately.
 *
 * Mean and biased variance are taken jointly over the axes in `axis`; gamma and beta have the sizes of these axes, as in
 * Keras. FLOPs: 7 per value.
 *
 * @source Ba, Kiros, Hinton 2016, arXiv:1607.06450, eq. (3)
 */
export const layerNorm = defineLayer<LayerNormLayer>({
  type: 'layerNorm',
  schema: schemas.layerNorm,
  outputShape: (input, { axis }) => {
    const normalized = axisIndices(axis, input);
    checkNormalized(sizeOf(input.filter((_size, index) => normalized.has(index))), 'layerNorm');
    return input;
  },
  parameters: (input, config, initialize) => {
    const normalized = axisIndices(config.axis, input);
    const shape = input.filter((_size, index) => normalized.has(index));
    return normalizationParameters(config, initialize, shape);
  },
  flops: (input) => 7 * sizeOf(input),
  apply: (x, { axis, epsilon }, { gamma, beta }) => {
    const normalized = axisIndices(axis, x.shape.slice(1));
    const axes = [...normalized].map((index) => index + 1);
    const broadcast = x.shape.map((size, position) => (normalized.has(position - 1) ? size : 1));
    const aligned = (parameter: Tensor | undefined): Tensor | undefined =>
      parameter && tf.reshape(parameter, broadcast);
    const { centred, variance } = momentsOver(x, axes);
    return scaleAndShift(centred, variance, epsilon, aligned(gamma), aligned(beta));
  },
});

/** Indices of the normalized axes in a shape without the batch axis. @throws LayerShapeError for a repeated axis. */
function axisIndices(axis: number | readonly number[], input: Shape): ReadonlySet<number> {
  const axes = typeof axis === 'number' ? [axis] : axis;
  const distinct = new Set(axes.map((one) => axisIndex(one, input, 'layerNorm')));
  if (distinct.size === axes.length) return distinct;
  throw new LayerShapeError(
    `layerNorm names an axis of ${shapeText(input)} twice: ${axes.join(', ')}`,
    'Name every axis once; -1 is the last one.',
    'axis',
  );
}
