import { schemas, type EmbeddingLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { tf } from '../tf.js';
import { weight } from './shared/weight.js';

/**
 * Lookup in a trained embedding table: y = embeddings[round(x)].
 *
 *   x `[batch, …]` whole numbers from 0 to inputDim − 1, embeddings `[inputDim, outputDim]` → `[batch, …, outputDim]`
 *
 * Any other number gives zeros. No gradient flows to x. Class inputs are one-hot vectors already, for which a dense layer
 * without bias is the lookup. FLOPs: 2 · inputDim per output value.
 */
export const embedding = defineLayer<EmbeddingLayer>({
  type: 'embedding',
  schema: schemas.embedding,
  stopsGradient: true,
  outputShape: (input, { outputDim }) => [...input, outputDim],
  parameters: (_input, { inputDim, outputDim, embeddingsInitializer }, initialize) => {
    const shape = [inputDim, outputDim];
    const initial = initialize(embeddingsInitializer, shape);
    return [{ name: 'embeddings', shape, initial, trainable: true }];
  },
  flops: (_input, output, { inputDim }) => 2 * inputDim * sizeOf(output),
  workspace: (input, _output, { inputDim }, batch) => batch * inputDim * sizeOf(input),
  apply: (x, { inputDim, outputDim }, weights, context) => {
    const indices = context.constant([...Array(inputDim).keys()], [inputDim]);
    const rounded = tf.floor(tf.add(tf.reshape(x, [-1, 1]), 0.5));
    // A product with one-hot rows, because its gradient is also a matrix product.
    const chosen = tf.cast(tf.equal(rounded, indices), 'float32');
    const rows = tf.matMul(chosen, weight(weights, 'embeddings'));
    return tf.reshape(rows, [...x.shape, outputDim]);
  },
});
