import { schemas, type MinibatchDiscriminationLayer } from '../generated/layers.js';
import type { Shape } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { LayerShapeError } from '../entries/layerShapeError.js';
import { tf } from '../tf.js';
import { shapeText } from './shared/shapeText.js';
import { weight } from './shared/weight.js';

/**
 * Minibatch discrimination: appends `kernels` features to each sample that measure its similarity to the batch.
 *
 *   Mᵢ = xᵢ · kernel, reshaped to `[kernels, dims]`;   oᵢ = Σⱼ exp(−‖Mᵢ − Mⱼ‖₁) for each row
 *
 * The sum is over the whole batch, as in the paper; the sample itself contributes 1. x `[batch, features]`, kernel
 * `[features, kernels · dims]` → `[batch, features + kernels]`. FLOPs: those of the product; the comparison of sample
 * pairs depends on the batch size and is not counted.
 *
 * @source Salimans et al. 2016, arXiv:1606.03498, section 3.2
 */
export const minibatchDiscrimination = defineLayer<MinibatchDiscriminationLayer>({
  type: 'minibatchDiscrimination',
  schema: schemas.minibatchDiscrimination,
  acrossBatch: true,
  outputShape: (input, { kernels }) => [featuresOf(input) + kernels],
  minBatchSize: () => 2,
  parameters: (input, { kernels, dims, kernelInitializer }, initialize) => {
    const shape = [featuresOf(input), kernels * dims];
    return [
      { name: 'kernel', shape, initial: initialize(kernelInitializer, shape), trainable: true },
    ];
  },
  flops: (input, _output, { kernels, dims }) => 2 * featuresOf(input) * kernels * dims,
  workspace: (_input, _output, { kernels, dims }, batch) => 2 * batch ** 2 * kernels * dims,
  apply: (x, { kernels, dims }, weights) => {
    const [batch = 1] = x.shape;
    const projected = tf.matMul(x, weight(weights, 'kernel'));
    const rows = tf.reshape(projected, [batch, 1, kernels, dims]);
    const columns = tf.reshape(projected, [1, batch, kernels, dims]);
    const distances = tf.sum(tf.abs(tf.sub(rows, columns)), -1);
    return tf.concat([x, tf.sum(tf.exp(tf.neg(distances)), 1)], -1);
  },
});

function featuresOf(input: Shape): number {
  const [features, ...others] = input;
  if (features !== undefined && others.length === 0) return features;
  throw new LayerShapeError(
    `minibatchDiscrimination reads vectors, but its input is ${shapeText(input)}`,
    'Put a flatten before it.',
  );
}
