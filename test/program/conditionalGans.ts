/** One small GAN of each way of conditioning. */
import type { GanSpec } from '../../src/index.js';

const points = {
  data: { type: 'ring', modes: 3, count: 16 },
  latent: { dim: 2 },
  generator: {
    layers: [
      { type: 'dense', units: 8, activation: 'tanh' },
      { type: 'dense', units: 2 },
    ],
  },
  discriminator: {
    layers: [
      { type: 'dense', units: 8, activation: 'tanh' },
      { type: 'dense', units: 1 },
    ],
  },
  training: { batchSize: 4 },
} satisfies GanSpec;

const images = {
  data: { type: 'shapes', size: 8, channels: 1, shapes: ['circle', 'square'], count: 16 },
  latent: { dim: 2 },
  generator: {
    layers: [
      { type: 'dense', units: 32, equalizedLearningRate: true },
      { type: 'reshape', shape: [4, 4, 2] },
      'batchNorm',
      'relu',
      {
        type: 'conv2dTranspose',
        filters: 1,
        kernelSize: 4,
        strides: 2,
        activation: 'tanh',
        spectralNorm: true,
      },
    ],
  },
  discriminator: {
    layers: [
      { type: 'conv2d', filters: 2, kernelSize: 4, strides: 2, spectralNorm: true },
      'leakyReLU',
      'globalSumPooling',
      { type: 'dense', units: 1, spectralNorm: true },
    ],
  },
  loss: 'hinge',
  training: { batchSize: 4 },
} satisfies GanSpec;

/** By what they do. */
export const conditionalGans: Readonly<Record<string, GanSpec>> = {
  concat: {
    ...points,
    labels: { generator: 'concat', discriminator: 'concat', embedding: 4 },
    penalties: ['gradientPenalty'],
  },
  'conditionalBatchNorm and projection': {
    ...images,
    labels: { generator: 'conditionalBatchNorm', discriminator: 'projection' },
    training: { ...images.training, ema: {} },
  },
  'an auxiliary classifier': {
    ...points,
    labels: { generator: 'concat', discriminator: 'auxiliary' },
    training: { ...points.training, update: 'simultaneous' },
  },
  codes: {
    ...points,
    labels: {
      codes: { categorical: [3, 2], continuous: 1, layers: [{ type: 'dense', units: 4 }] },
    },
  },
  'layers that read labels': {
    ...points,
    labels: {},
    generator: {
      layers: [
        { type: 'concat', input: ['input', 'labels'] },
        { type: 'dense', units: 2 },
      ],
    },
    discriminator: {
      layers: [
        { type: 'concat', input: ['labels', 'input'] },
        { type: 'dense', units: 1 },
      ],
    },
  },
};
