import type { Template } from '../template.js';

/** A number that goes down along a parabola. */
export const scheduleTemplate: Template = {
  formula: 'from · (1 − 0.9 · p)², p = min(step / steps, 1).',
  description: 'Goes down to a hundredth, ever more slowly.',
  options: {
    from: { type: 'number', default: 0.001, description: 'Value at step 0.' },
    steps: { type: 'integer', minimum: 1, default: 1000, description: 'Steps to get there.' },
  },
  tensors: false,
  body: `  make:
    ({ from, steps }) =>
    (step) =>
      from * (1 - 0.9 * Math.min(step / steps, 1)) ** 2,`,
  use: (type) =>
    `optimizers.generator=${JSON.stringify({ type: 'adam', beta1: 0.5, learningRate: { type } })}`,
};
