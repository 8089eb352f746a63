import type { Template } from '../template.js';

/** Logistic loss of scaled scores. */
export const lossTemplate: Template = {
  formula:
    'D: E softplus(−s · real) + E softplus(s · fake); G: E softplus(−s · fake), s = `scale`.',
  description: 'Softplus of scaled raw scores.',
  options: {
    scale: {
      type: 'number',
      exclusiveMinimum: 0,
      schedulable: true,
      default: 1,
      description: 'Factor.',
    },
  },
  tensors: true,
  body: `  scores: 'logits',
  discriminatorLoss: ({ real, fake }, { scale }) =>
    tf.add(
      tf.mean(tf.softplus(tf.neg(tf.mul(scale, real)))),
      tf.mean(tf.softplus(tf.mul(scale, fake))),
    ),
  generatorLoss: ({ fake }, { scale }) => tf.mean(tf.softplus(tf.neg(tf.mul(scale, fake)))),`,
  use: (type) => `loss=${JSON.stringify(type)}`,
};
