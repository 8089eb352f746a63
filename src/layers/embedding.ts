import { schema, type EmbeddingLayer } from '../generated/layers/embedding.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/define.js';
import { tf } from '../tf.js';
import { weight } from './shared/weight.js';

/**
 * Rows of a trained table: y = embeddings[round(x)].
 *
 *   x `[batch, …]` whole numbers from 0 to inputDim − 1, embeddings `[inputDim, outputDim]` → `[batch, …, outputDim]`
 *
 * A number that is none of these gives zeros. No gradient flows to x. A class comes as a one-hot vector, which
 * a dense layer without bias looks up. FLOPs: 2 · inputDim for each output value.
 */
export const embedding = defineLayer<EmbeddingLayer>({
  type: 'embedding',
  schema,
  stopsGradient: true,
  outputShape: (input, { outputDim }) => [...input, outputDim],
  parameters: (_input, { inputDim, outputDim, embeddingsInitializer }, initialize) => {
    const shape = [inputDim, outputDim];
    const initial = initialize(embeddingsInitializer, shape);
    return [{ name: 'embeddings', shape, initial, trainable: true }];
  },
  flops: (_input, output, { inputDim }) => 2 * inputDim * sizeOf(output),
  apply: (x, { inputDim, outputDim }, weights, context) => {
    const indices = context.constant([...Array(inputDim).keys()], [inputDim]);
    const rounded = tf.floor(tf.add(tf.reshape(x, [-1, 1]), 0.5));
    // A product with one-hot rows, because its gradient is a product as well.
    const chosen = tf.cast(tf.equal(rounded, indices), 'float32');
    const rows = tf.matMul(chosen, weight(weights, 'embeddings'));
    return tf.reshape(rows, [...x.shape, outputDim]);
  },
});
