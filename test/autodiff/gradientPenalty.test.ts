import { describe, it } from 'vitest';
import { gradients } from '../../src/autodiff/gradients.js';
import { tf, type Tensor, type Tensor4D } from '../../src/tf.js';
import { expectGradients, type ScalarFunction } from '../oracle/finiteDifferences.js';
import { randomNumbers } from '../oracle/random.js';

const variables = [
  { name: 'images', shape: [2, 5, 5, 1] },
  { name: 'kernel0', shape: [5, 5, 1, 2] },
  { name: 'kernel1', shape: [3, 3, 2, 2] },
  { name: 'bias1', shape: [2] },
  { name: 'kernel2', shape: [8, 1] },
];

function critic(images: Tensor, weights: readonly (Tensor | undefined)[]): Tensor {
  const [kernel0, kernel1, bias1, kernel2] = weights as [Tensor4D, Tensor4D, Tensor, Tensor];
  const first = tf.tanh(tf.conv2d(images as Tensor4D, kernel0, 2, 'same'));
  const second = tf.leakyRelu(tf.add(tf.conv2d(first, kernel1, 2, 'same'), bias1), 0.2);
  return tf.matMul(tf.reshape(second, [2, -1]), kernel2);
}

/** Mean score plus 10 · mean (‖∇ score‖ − 1)², as in WGAN-GP. */
const criticLoss: ScalarFunction = (recorder, [images, ...weights]) => {
  if (images === undefined) throw new Error('no images');
  const scores = critic(images, weights);
  const norms = gradients(recorder, scores, [images]).map((gradient) =>
    tf.sqrt(tf.add(tf.sum(tf.square(gradient), [1, 2, 3]), 1e-12)),
  );
  const penalty = tf.mean(tf.square(tf.sub(tf.stack(norms), 1)));
  return tf.add(tf.mean(scores), tf.mul(penalty, 10));
};

describe('the loss of a WGAN-GP critic', () => {
  it('has the gradients of finite differences, penalty included', () => {
    const next = randomNumbers(5);
    const feeds = new Map(
      variables.map(({ name, shape }) => [
        name,
        Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => next() - 0.5),
      ]),
    );
    expectGradients(variables, criticLoss, feeds);
  });
});
