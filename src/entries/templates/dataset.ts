import type { Template } from '../template.js';

/** Points of the plane that follow from their index. */
export const datasetTemplate: Template = {
  formula: 'Point i lies at p · (cos 2πnp, sin 2πnp), p = (i + ½) / count, n = `turns`.',
  description: 'Points on a spiral in the plane.',
  options: {
    count: { type: 'integer', minimum: 1, default: 10000, description: 'Number of points.' },
    turns: { type: 'number', default: 2, description: 'Turns of the spiral.' },
  },
  tensors: false,
  body: `  describe: ({ count }) => ({ shape: [2], range: null, count, classes: null }),
  open: ({ count, turns }) => ({
    shape: [2],
    range: null,
    count,
    classes: null,
    read: (indices, out) => {
      Array.from(indices).forEach((index, k) => {
        const p = (index + 0.5) / count;
        out[2 * k] = p * Math.cos(2 * Math.PI * turns * p);
        out[2 * k + 1] = p * Math.sin(2 * Math.PI * turns * p);
      });
    },
  }),`,
  use: (type) => `data=${JSON.stringify(type)}`,
};
