import type { Template } from '../template.js';

/** A bounded activation. */
export const activationTemplate: Template = {
  formula: 'm · tanh(x / m), m = `limit`.',
  description: 'Hyperbolic tangent that reaches a chosen limit.',
  options: {
    limit: { type: 'number', exclusiveMinimum: 0, default: 1, description: 'Largest value.' },
  },
  tensors: true,
  body: `  apply: (x, { limit }) => tf.mul(limit, tf.tanh(tf.div(x, limit))),
  range: ([low, high], { limit }) => [
    limit * Math.tanh(low / limit),
    limit * Math.tanh(high / limit),
  ],`,
  use: (type) =>
    `generator.layers=${JSON.stringify([
      { type: 'dense', units: 64, activation: type },
      { type: 'dense', units: 2 },
    ])}`,
};
