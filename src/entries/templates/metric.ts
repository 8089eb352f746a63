import type { Template } from '../template.js';

/** The distance of the mean numbers. */
export const metricTemplate: Template = {
  formula: '|mean(real) − mean(generated)| / scale.',
  description: 'Distance between the mean of all real and that of all generated numbers.',
  options: {
    scale: {
      type: 'number',
      exclusiveMinimum: 0,
      default: 1,
      description: 'Unit of the distance.',
    },
  },
  tensors: false,
  body: `  better: 'lower',
  measure: ({ real, generated }, { scale }) => {
    const ofReal = real.numbers.reduce((sum, x) => sum + x, 0) / real.numbers.length;
    const all = generated.numbers;
    const ofGenerated = all.reduce((sum, x) => sum + x, 0) / all.length;
    return { value: Math.abs(ofReal - ofGenerated) / scale };
  },`,
  use: (type) => `monitor=${JSON.stringify({ metrics: [type], metricsEvery: 10 })}`,
};
