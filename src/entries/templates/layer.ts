import type { Template } from '../template.js';

/** A layer with state: it follows the mean of what it sees. */
export const layerTemplate: Template = {
  formula: 'x − mean over the batch; a running mean takes its place outside of training.',
  description: 'Subtracts the mean of the batch.',
  options: {
    momentum: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      default: 0.9,
      description: 'Inertia.',
    },
  },
  tensors: true,
  body: `  acrossBatch: true,
  outputShape: (input) => input,
  parameters: (input) => [
    { name: 'running', shape: input, initial: { kind: 'constant', value: 0 }, trainable: false },
  ],
  apply: (x, { momentum }, weights, context) => {
    const { running } = weights;
    if (!context.training) return tf.sub(x, running);
    const mean = tf.mean(x, 0);
    context.update('running', tf.add(tf.mul(momentum, running), tf.mul(1 - momentum, mean)));
    return tf.sub(x, mean);
  },`,
  inside: {
    imports: ["import { weight } from './shared/weight.js';"],
    replace: ['const { running } = weights;', "const running = weight(weights, 'running');"],
  },
  use: (type) =>
    `generator.layers=${JSON.stringify([{ type: 'dense', units: 64 }, type, 'relu', { type: 'dense', units: 2 }])}`,
};
