import type { Template } from '../template.js';

/** Normal numbers scaled by the fan-in. */
export const initializerTemplate: Template = {
  formula: 'Normal, standard deviation gain / √(fan-in).',
  description: 'Normal numbers whose spread goes down with the number of inputs.',
  options: {
    gain: { type: 'number', exclusiveMinimum: 0, default: 1, description: 'Factor on the spread.' },
  },
  tensors: false,
  body: `  distribution: (shape, { gain }) => {
    const fanIn = shape.slice(0, -1).reduce((product, size) => product * size, 1);
    return { kind: 'normal', mean: 0, stddev: gain / Math.sqrt(fanIn) };
  },`,
  use: (type) =>
    `generator.layers=${JSON.stringify([
      { type: 'dense', units: 64, activation: 'relu', kernelInitializer: type },
      { type: 'dense', units: 2 },
    ])}`,
};
