import { expect, it } from 'vitest';
import { createCompiler } from '../../src/index.js';

const dcgan = {
  data: { type: 'noise', shape: [8, 8, 1], count: 16 },
  latent: { dim: 3 },
  generator: {
    layers: [
      { type: 'dense', units: 32, useBias: false },
      'batchNorm',
      'relu',
      { type: 'reshape', shape: [4, 4, 2] },
      { type: 'conv2dTranspose', filters: 1, kernelSize: 4, strides: 2, activation: 'tanh' },
    ],
  },
  discriminator: {
    layers: [
      { type: 'conv2d', filters: 2, kernelSize: 4, strides: 2 },
      'flatten',
      { type: 'dense', name: 'head', units: 1 },
    ],
  },
  optimizers: { discriminator: 'rmsProp' },
  training: { batchSize: 2, ema: { decay: 0.9 } },
} as const;

it('a DCGAN keeps parameters, statistics, optimizer slots and averages by name', () => {
  const { state } = createCompiler().compile(JSON.stringify(dcgan)).program;
  expect(state.map(({ name, shape }) => `${name} [${shape.join()}]`)).toEqual([
    'generator/dense_0/kernel [3,32]',
    'generator/batchNorm_0/gamma [32]',
    'generator/batchNorm_0/beta [32]',
    'generator/batchNorm_0/movingMean [32]',
    'generator/batchNorm_0/movingVariance [32]',
    'generator/conv2dTranspose_0/kernel [4,4,1,2]',
    'generator/conv2dTranspose_0/bias [1]',
    'discriminator/conv2d_0/kernel [4,4,1,2]',
    'discriminator/conv2d_0/bias [2]',
    'discriminator/head/kernel [32,1]',
    'discriminator/head/bias [1]',
    'optimizer/generator/m/dense_0/kernel [3,32]',
    'optimizer/generator/v/dense_0/kernel [3,32]',
    'optimizer/generator/m/batchNorm_0/gamma [32]',
    'optimizer/generator/v/batchNorm_0/gamma [32]',
    'optimizer/generator/m/batchNorm_0/beta [32]',
    'optimizer/generator/v/batchNorm_0/beta [32]',
    'optimizer/generator/m/conv2dTranspose_0/kernel [4,4,1,2]',
    'optimizer/generator/v/conv2dTranspose_0/kernel [4,4,1,2]',
    'optimizer/generator/m/conv2dTranspose_0/bias [1]',
    'optimizer/generator/v/conv2dTranspose_0/bias [1]',
    'optimizer/discriminator/v/conv2d_0/kernel [4,4,1,2]',
    'optimizer/discriminator/v/conv2d_0/bias [2]',
    'optimizer/discriminator/v/head/kernel [32,1]',
    'optimizer/discriminator/v/head/bias [1]',
    'ema/generator/dense_0/kernel [3,32]',
    'ema/generator/batchNorm_0/gamma [32]',
    'ema/generator/batchNorm_0/beta [32]',
    'ema/generator/batchNorm_0/movingMean [32]',
    'ema/generator/batchNorm_0/movingVariance [32]',
    'ema/generator/conv2dTranspose_0/kernel [4,4,1,2]',
    'ema/generator/conv2dTranspose_0/bias [1]',
  ]);
});

it('averages start as copies of what they average', () => {
  const { state } = createCompiler().compile(JSON.stringify(dcgan)).program;
  expect(state.find(({ name }) => name === 'ema/generator/dense_0/kernel')?.initial).toEqual({
    kind: 'copy',
    of: 'generator/dense_0/kernel',
  });
});

it('an optimizer keeps the slots that its options ask for', () => {
  const adam = { type: 'adam', amsgrad: true };
  const optimizers = { generator: adam, discriminator: { type: 'rmsProp', momentum: 0.5 } };
  const { state } = createCompiler().compile(JSON.stringify({ ...dcgan, optimizers })).program;
  const slots = state.map(({ name }) => name.split('/')).filter(([first]) => first === 'optimizer');
  const kept = slots.map(([, network, slot]) => `${network ?? ''} ${slot ?? ''}`);
  expect([...new Set(kept)]).toEqual([
    'generator m',
    'generator v',
    'generator vMax',
    'discriminator v',
    'discriminator velocity',
  ]);
});
