import type { Template } from '../template.js';

/** Adagrad: one slot, one scalar. */
export const optimizerTemplate: Template = {
  formula: 'sum ← sum + g²,  θ ← θ − learningRate · g / √(sum + 10⁻⁸).',
  description: 'Gradient descent whose rate goes down with all gradients seen.',
  options: {
    learningRate: {
      type: 'number',
      minimum: 0,
      schedulable: true,
      default: 0.01,
      description: 'Rate.',
    },
  },
  typeArguments: ["'sum'", "'rate'"],
  tensors: true,
  body: `  slots: () => ['sum'],
  scalars: ({ learningRate }) => ({ rate: learningRate }),
  update: (parameter, gradient, slots, { rate }) => {
    const sum = tf.add(slots.sum, tf.square(gradient));
    const step = tf.mul(rate, tf.div(gradient, tf.sqrt(tf.add(sum, 1e-8))));
    return { parameter: tf.sub(parameter, step), slots: { sum } };
  },`,
  use: (type) => `optimizers.generator=${JSON.stringify(type)}`,
};
