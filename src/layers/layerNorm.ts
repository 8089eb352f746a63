import { schema, type LayerNormLayer } from '../generated/layers/layerNorm.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import { defineLayer } from '../entries/define.js';
import { LayerShapeError } from '../entries/entries.js';
import { tf, type Tensor } from '../tf.js';
import { axisPlace } from './shared/axis.js';
import { shapeText } from './shared/shapeText.js';
import {
  checkNormalized,
  momentsOver,
  normalizationParameters,
  scaleAndShift,
} from './shared/normalization.js';

/**
 * Layer normalization: y = gamma · (x − mean) / √(variance + epsilon) + beta, each sample by itself.
 *
 * Mean and (biased) variance are taken over the axes of `axis` together; gamma and beta have the sizes of these axes,
 * as in Keras. FLOPs: 7 for each value.
 *
 * @source Ba, Kiros, Hinton 2016, arXiv:1607.06450, eq. (3)
 */
export const layerNorm = defineLayer<LayerNormLayer>({
  type: 'layerNorm',
  schema,
  outputShape: (input, { axis }) => {
    const normalized = places(axis, input);
    checkNormalized(sizeOf(input.filter((_size, place) => normalized.has(place))), 'layerNorm');
    return input;
  },
  parameters: (input, config, initialize) => {
    const normalized = places(config.axis, input);
    const shape = input.filter((_size, place) => normalized.has(place));
    return normalizationParameters(config, initialize, shape);
  },
  flops: (input) => 7 * sizeOf(input),
  apply: (x, { axis, epsilon }, { gamma, beta }) => {
    const normalized = places(axis, x.shape.slice(1));
    const axes = [...normalized].map((place) => place + 1);
    const broadcast = x.shape.map((size, at) => (normalized.has(at - 1) ? size : 1));
    const aligned = (parameter: Tensor | undefined): Tensor | undefined =>
      parameter && tf.reshape(parameter, broadcast);
    const { centred, variance } = momentsOver(x, axes);
    return scaleAndShift(centred, variance, epsilon, aligned(gamma), aligned(beta));
  },
});

/** Places of the normalized axes in a shape without the batch axis. @throws LayerShapeError where one is named twice. */
function places(axis: number | readonly number[], input: Shape): ReadonlySet<number> {
  const axes = typeof axis === 'number' ? [axis] : axis;
  const distinct = new Set(axes.map((one) => axisPlace(one, input, 'layerNorm')));
  if (distinct.size === axes.length) return distinct;
  throw new LayerShapeError(
    `layerNorm names an axis of ${shapeText(input)} twice: ${axes.join(', ')}`,
    'Name every axis once; -1 is the last one.',
    'axis',
  );
}
