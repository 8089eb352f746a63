import { expect, it } from 'vitest';
import { describeGan } from '../../src/export/description.js';
import { createCompiler } from '../../src/index.js';

it('describes the shapes and names of a GAN', () => {
  const dense = (units: number) => ({ layers: [{ type: 'dense' as const, units }] });
  const { program } = createCompiler().compile({
    data: { type: 'ring' },
    latent: { dim: 3 },
    generator: dense(2),
    discriminator: dense(1),
    optimizers: { generator: 'sgd', discriminator: 'sgd' },
    training: { batchSize: 5 },
    loss: 'wasserstein',
  });
  expect(describeGan('tiny', program)).toEqual({
    name: 'tiny',
    latent: [5, 3],
    classes: null,
    sample: [2],
    state: {
      'generator/dense_0/kernel': [3, 2],
      'generator/dense_0/bias': [2],
      'discriminator/dense_0/kernel': [2, 1],
      'discriminator/dense_0/bias': [1],
      'optimizer/generator/velocity/dense_0/kernel': [3, 2],
      'optimizer/generator/velocity/dense_0/bias': [2],
      'optimizer/discriminator/velocity/dense_0/kernel': [2, 1],
      'optimizer/discriminator/velocity/dense_0/bias': [1],
    },
    steps: {
      discriminator: {
        inputs: {
          latent: [5, 3],
          real: [5, 2],
          'optimizer/discriminator/gradientRate': [],
          'optimizer/discriminator/momentum': [],
          'optimizer/discriminator/velocityRate': [],
        },
        metrics: ['realScore', 'fakeScore', 'discriminatorLoss'],
      },
      generator: {
        inputs: {
          latent: [5, 3],
          'optimizer/generator/gradientRate': [],
          'optimizer/generator/momentum': [],
          'optimizer/generator/velocityRate': [],
        },
        metrics: ['generatorLoss'],
      },
    },
  });
});
