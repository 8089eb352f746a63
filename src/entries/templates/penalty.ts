import type { Template } from '../template.js';

/** A gradient penalty: its own gradient is of second order. */
export const penaltyTemplate: Template = {
  formula: 'Mean over the batch of ‖∇D(real)‖²; `weight` is multiplied in by ganspec.',
  description: 'Squared gradient norm of the discriminator at real samples.',
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
    const gradients = gradient(discriminator(real), real);
    return tf.mul(tf.sum(tf.square(gradients)), 1 / real.shape[0]);
  },`,
  use: (type) => `penalties=${JSON.stringify([type])}`,
};
