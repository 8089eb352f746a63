/** GANs of small images. */
import type { GanSpec } from '../../../src/index.js';

/** Images of 8 × 8 from latent vectors of 4 numbers. */
export const smallImages = {
  data: { type: 'noise', shape: [8, 8, 1], count: 64 },
  latent: { dim: 4 },
  discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
  training: { batchSize: 4 },
} satisfies GanSpec;

/** A generator with batch norm and transposed convolutions. */
export const convolutional: GanSpec = {
  ...smallImages,
  generator: {
    layers: [
      { type: 'dense', units: 32 },
      'batchNorm',
      'relu',
      { type: 'reshape', shape: [4, 4, 2] },
      { type: 'conv2dTranspose', filters: 3, kernelSize: 4, strides: 2 },
      'batchNorm',
      { type: 'leakyReLU', alpha: 0.2 },
      { type: 'conv2d', filters: 1, kernelSize: 3, activation: 'tanh' },
    ],
  },
};
