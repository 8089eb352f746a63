/** Small GANs whose future depends on every kind of state. */
import type { GanSpec } from '../../src/index.js';

const points: GanSpec = {
  data: { type: 'ring', count: 20 },
  latent: { dim: 2 },
  generator: {
    // The gradient of a bias before batchNorm is rounding errors alone, which adam would scale up.
    layers: [{ type: 'dense', units: 4, useBias: false }, 'batchNorm', { type: 'dense', units: 2 }],
  },
  discriminator: {
    layers: [
      { type: 'dense', units: 4, activation: 'tanh', spectralNorm: true },
      'dropout',
      { type: 'dense', units: 1 },
    ],
  },
  loss: 'nonSaturating',
  training: { batchSize: 4 },
};

const images: GanSpec = {
  data: { type: 'shapes', size: 8, count: 12 },
  latent: { dim: 2 },
  generator: {
    layers: [
      { type: 'dense', units: 192 },
      { type: 'reshape', shape: [8, 8, 3] },
    ],
  },
  discriminator: {
    layers: [
      'flatten',
      { type: 'dense', units: 4, activation: 'tanh' },
      { type: 'dense', units: 1 },
    ],
  },
  training: { batchSize: 4 },
};

function pointsWith(training: GanSpec['training'], changes: Partial<GanSpec> = {}): GanSpec {
  return { ...points, ...changes, training: { ...points.training, ...training } };
}

function imagesWith(training: GanSpec['training'], changes: Partial<GanSpec> = {}): GanSpec {
  return { ...images, ...changes, training: { ...images.training, ...training } };
}

const falling = { type: 'linear', from: 1, to: 0.25, steps: 4 } as const;

export const resumedSpecs: Readonly<Record<string, GanSpec>> = {
  'lazy penalties': pointsWith(
    {},
    {
      penalties: [
        { type: 'r1', every: 2 },
        { type: 'lecam', every: 3 },
        { type: 'weightClip', limit: 0.5, every: 4 },
      ],
    },
  ),
  'penalties of the generator': pointsWith(
    {},
    { penalties: [{ type: 'pathLength', layer: 'dense_0', every: 2 }, 'modeSeeking'] },
  ),
  'gradient accumulation': pointsWith(
    { gradientAccumulation: 3, ema: { decay: 0.9 } },
    { penalties: [{ type: 'r1', every: 2 }] },
  ),
  'extra-gradient': pointsWith(
    { update: 'extraGradient', ema: { decay: 0.9, start: 1 } },
    { optimizers: { generator: 'optimisticAdam', discriminator: 'adam' } },
  ),
  'several updates of both': pointsWith({
    first: 'generator',
    discriminatorSteps: 2,
    generatorSteps: 3,
    realBatches: 'repeated',
    ema: { halfLife: 40, start: 1 },
  }),
  'reused latents': pointsWith({ latents: 'reused', discriminatorSteps: 2 }),
  'packs in one batch': pointsWith({
    packing: 2,
    scoring: 'together',
    topK: falling,
    instanceNoise: falling,
    gradientClip: { by: 'norm', limit: falling },
  }),
  'a balance': pointsWith(
    {},
    {
      discriminator: { layers: [{ type: 'dense', units: 2 }] },
      loss: { type: 'began', lambda: 0.1 },
    },
  ),
  'a scheduled augmentation': imagesWith({
    augment: {
      policy: ['flip', 'rotate90', 'color', 'translation', 'cutout'],
      probability: falling,
    },
  }),
  'an adapted augmentation': imagesWith({
    augment: { policy: ['color', 'cutout'], probability: 0.5, target: 0.6, images: 40 },
  }),
  'classes and codes': imagesWith(
    { latents: 'reused' },
    {
      labels: {
        generator: 'concat',
        discriminator: 'auxiliary',
        codes: { categorical: [3], continuous: 1 },
      },
    },
  ),
};
