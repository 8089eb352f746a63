/** Specs that the generated types accept; compiled by `types.test.ts`. */
import type { GanSpec, HingeLoss, Layer } from '../../src/generated/spec.js';

const leaky: Layer = { type: 'leakyReLU', alpha: 0.2 };
const loss: HingeLoss = { type: 'hinge', margin: { type: 'linear', from: 1, to: 0.5, steps: 100 } };

export const full = {
  name: 'full',
  data: { type: 'ring', modes: 8 },
  latent: { dim: 16, distribution: 'uniform' },
  generator: { layers: [{ type: 'dense', units: 64 }, 'relu', { type: 'dense', units: 2 }] },
  discriminator: {
    layers: [
      { type: 'dense', units: 64, kernelInitializer: { type: 'randomNormal', stddev: 0.02 } },
      leaky,
      { type: 'dense', units: 1, name: 'score', input: 'leakyReLU_0' },
    ],
  },
  loss,
  penalties: ['gradientPenalty', { type: 'r1', weight: 1, every: 16 }],
  optimizers: { generator: 'adam', discriminator: { type: 'adam', learningRate: 4e-4 } },
  training: { ema: { decay: 0.999 }, gradientClip: null },
} satisfies GanSpec;

export const structured = {
  ...full,
  parameters: { size: 64 },
  blocks: { up: { parameters: { units: 8 }, layers: [{ type: 'dense', units: 8 }, 'relu'] } },
  generator: {
    layers: [
      { type: 'block', block: 'up', name: 'first', with: { units: 16 } },
      { type: 'repeat', times: 2, layers: [{ type: 'residual', layers: ['relu'], shortcut: [] }] },
      { type: 'dense', units: 2, input: 'first' },
    ],
  },
} satisfies GanSpec;

/** Expressions in place of numbers: alone, in lists, in schedules, in blocks. */
export const expressions = {
  ...full,
  parameters: { size: 64, half: '=size / 2' },
  blocks: {
    up: { parameters: { units: '=half' }, layers: [{ type: 'dense', units: '=units' }] },
  },
  generator: {
    layers: [
      { type: 'block', block: 'up', with: { units: '=half * 2' } },
      { type: 'repeat', times: '=log2(size / 4)', layers: ['relu'] },
      { type: 'reshape', shape: ['=size', 1] },
      'flatten',
      { type: 'dense', units: 2, equalizedLearningRate: '=1 / 100' },
    ],
  },
  optimizers: {
    generator: { type: 'adam', learningRate: '=1 / size' },
    discriminator: {
      type: 'adam',
      learningRate: { type: 'linear', from: '=1 / size', to: 0, steps: '=size * 10' },
    },
  },
  training: { batchSize: '=size' },
} satisfies GanSpec;

export const extending = { extends: 'dcgan-mnist', data: 'fashionMnist' } satisfies GanSpec;

/** Layers made by a program, in an array of unknown length. */
export const generated: GanSpec = {
  extends: 'ring',
  generator: { layers: [64, 64, 2].map((units): Layer => ({ type: 'dense', units })) },
};
