import type { Template } from '../template.js';

/** A gradient penalty: its own gradient is of second order. */
export const penaltyTemplate: Template = {
  formula: 'Mean over the batch of ‖∇D(real)‖²; `weight` is multiplied in by ganspec.',
  description: 'Squared slope of the discriminator at real samples.',
  options: {
    weight: {
      type: 'number',
      minimum: 0,
      schedulable: true,
      default: 1,
      description: 'Factor.',
    },
  },
  tensors: true,
  body: `  perSample: true,
  value: ({ real, discriminator, gradient }) => {
    const slope = gradient(discriminator(real), real);
    return tf.mul(tf.sum(tf.square(slope)), 1 / real.shape[0]);
  },`,
  use: (type) => `penalties=${JSON.stringify([type])}`,
};
