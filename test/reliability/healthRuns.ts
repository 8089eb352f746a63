/** Runs that fail in known ways, and healthy ones, at sizes that take milliseconds an iteration. */
import {
  createCompiler,
  defineDataset,
  defineLoss,
  type Gan,
  type GanSpec,
} from '../../src/index.js';
import { players, type Player } from '../../src/entries/player.js';
import { gradientResult } from '../../src/program/gradientResult.js';
import { tf, type Scalar } from '../../src/tf.js';
import { bareSchema } from '../entries/bareSchema.js';

const adam = (learningRate: number, beta1 = 0.5) => ({
  type: 'adam' as const,
  learningRate,
  beta1,
});
const rates = (generator: number, discriminator = generator, beta1 = 0.5) => ({
  generator: adam(generator, beta1),
  discriminator: adam(discriminator, beta1),
});
const dense = (outputs: number, activation: 'relu' | 'leakyReLU', sizes = [64, 64]) => ({
  layers: sizes
    .map((units) => ({ type: 'dense' as const, units, activation }))
    .concat([{ type: 'dense', units: outputs, activation: 'linear' as 'relu' }]),
});

/** Two dense networks that learn points of the plane. */
const points = {
  data: { type: 'ring', count: 4096 },
  latent: { dim: 8 },
  generator: dense(2, 'relu'),
  discriminator: dense(1, 'leakyReLU'),
  loss: 'nonSaturating',
  optimizers: rates(1e-3),
  training: { batchSize: 64 },
} satisfies GanSpec;

const convolution = (spectralNorm: boolean) =>
  ({ type: 'conv2d', filters: 16, kernelSize: 4, strides: 2, spectralNorm }) as const;
const discriminator = (spectralNorm = false) => ({
  layers: [
    convolution(spectralNorm),
    'leakyReLU' as const,
    convolution(spectralNorm),
    'leakyReLU' as const,
    'flatten' as const,
    { type: 'dense' as const, units: 1, spectralNorm },
  ],
});

/** A small DCGAN of 16 × 16 images. */
const images = {
  data: { type: 'shapes', size: 16, count: 1024 },
  latent: { dim: 16 },
  generator: {
    layers: [
      { type: 'dense', units: 256 },
      'relu',
      { type: 'reshape', shape: [4, 4, 16] },
      { type: 'conv2dTranspose', filters: 16, kernelSize: 4, strides: 2 },
      'batchNorm',
      'relu',
      { type: 'conv2dTranspose', filters: 3, kernelSize: 4, strides: 2, activation: 'tanh' },
    ],
  },
  discriminator: discriminator(),
  loss: 'nonSaturating',
  optimizers: rates(2e-4),
  training: { batchSize: 32 },
} satisfies GanSpec;

const gradientPenalty = { type: 'gradientPenalty', weight: 10 } as const;
const r1 = { type: 'r1', weight: 0.1 } as const;

/** Healthy runs. */
export const healthy: Readonly<Record<string, GanSpec>> = {
  'hinge and r1': { ...points, loss: 'hinge', penalties: [r1] },
  leastSquares: { ...points, loss: 'leastSquares' },
  'wasserstein and gradientPenalty': {
    ...points,
    loss: 'wasserstein',
    penalties: [gradientPenalty],
    training: { batchSize: 64, discriminatorSteps: 2 },
  },
  'relativisticAverage and r1': { ...points, loss: 'relativisticAverage', penalties: [r1] },
  'a Swiss roll': { ...points, data: { type: 'swissRoll', count: 4096 }, penalties: [r1] },
  'images, nonSaturating': images,
  'images, hinge and spectralNorm': {
    ...images,
    loss: 'hinge',
    discriminator: discriminator(true),
  },
  'images, leastSquares': { ...images, loss: 'leastSquares' },
  'images, wasserstein and gradientPenalty': {
    ...images,
    loss: 'wasserstein',
    penalties: [gradientPenalty],
  },
};

export interface Failing {
  readonly spec: object;
  /** Code of the rule that must see it. */
  readonly code: string;
}

/** Runs that fail. */
export const failing: Readonly<Record<string, Failing>> = {
  'a WGAN with rate 10': {
    spec: { ...points, loss: 'wasserstein', optimizers: rates(10) },
    code: 'GAN550',
  },
  'a far too strong discriminator': {
    spec: { ...images, optimizers: rates(1e-6, 2e-3) },
    code: 'GAN552',
  },
  'a far too strong discriminator, minimax': {
    spec: { ...images, loss: 'minimax', optimizers: rates(2e-4, 1e-2) },
    code: 'GAN552',
  },
  'a generator that collapses on the ring, minimax': {
    spec: {
      ...points,
      latent: { dim: 2 },
      generator: dense(2, 'relu', [100, 100, 100, 100]),
      discriminator: dense(1, 'relu', [50, 50]),
      loss: 'minimax',
      optimizers: rates(1e-3, 1e-3, 0.8),
    },
    code: 'GAN553',
  },
  'a loss of a plugin with the wrong sign': {
    spec: { ...points, loss: { type: 'test/wrongSign' } },
    code: 'GAN552',
  },
  'a discriminator that is dead': {
    spec: {
      ...points,
      discriminator: {
        layers: [
          {
            type: 'dense',
            units: 8,
            activation: 'relu',
            biasInitializer: { type: 'constant', value: -1e3 },
          },
          { type: 'dense', units: 1 },
        ],
      },
    },
    code: 'GAN554',
  },
  'a NaN in the data': { spec: { ...points, data: { type: 'test/holed' } }, code: 'GAN501' },
};

/** Like nonSaturating, but the generator helps the discriminator. */
const wrongSign = defineLoss({
  type: 'test/wrongSign',
  schema: bareSchema('test/wrongSign', 'WrongSignLoss'),
  scores: 'logits',
  discriminatorLoss: ({ real, fake }) =>
    tf.add(tf.mean<Scalar>(tf.softplus(tf.neg(real))), tf.mean<Scalar>(tf.softplus(fake))),
  generatorLoss: ({ fake }) => tf.mean<Scalar>(tf.softplus(fake)),
});

const description = { shape: [2], range: null, count: 4096, classes: null };

/** Points of which one is none. */
const holed = defineDataset({
  type: 'test/holed',
  schema: bareSchema('test/holed', 'HoledDataset'),
  describe: () => description,
  open: () => ({
    ...description,
    read: (indices, numbers) => {
      Array.from(indices, (index, row) => {
        numbers.set(index === 4000 ? [NaN, 0] : [Math.cos(index), Math.sin(index)], 2 * row);
      });
    },
  }),
});

/** The entries that these runs need. */
const plugins = [wrongSign, holed];

/** Presets as they come: those that train 2,000 iterations in some minutes on one thread. */
export const healthyPresets = [
  'ring',
  'grid',
  'pacgan-ring',
  'gan-mnist',
  'dcgan-mnist',
  'lsgan-mnist',
  'ragan-mnist',
  'cgan-mnist',
  'dragan-mnist',
  'sngan-mnist',
] as const;

/** What a run has shown. */
export interface WatchedRun {
  /** Codes of its warnings, and of the error that ended it. */
  readonly codes: readonly string[];
  /** Norms of the gradients of each network, by iteration. */
  readonly norms: Readonly<Record<Player, readonly number[]>>;
}

/** Trains with all rules of health at their default limits, that of gradient norms included. */
export async function watchedRun(spec: object, steps: number): Promise<WatchedRun> {
  const gan: Gan = createCompiler({ plugins }).compile({
    ...spec,
    monitor: {
      logEvery: 1,
      sampleEvery: 0,
      sampleCount: 1,
      health: { gradientNorms: { action: 'warn' } },
    },
  });
  const codes: string[] = [];
  const norms: Record<Player, number[]> = { generator: [], discriminator: [] };
  try {
    for await (const event of gan.train({ engine: 'onnx', threads: 1, steps })) {
      if (event.type === 'warning') codes.push(event.code);
      if (event.type !== 'step') continue;
      for (const network of players)
        norms[network].push(event.metrics[gradientResult(network)] ?? NaN);
    }
  } catch (error) {
    codes.push(String((error as { readonly code?: unknown }).code ?? error));
  }
  return { codes, norms };
}

/**
 * Least and greatest norm that lasted: the least limit below which a norm never stays for `patience` iterations in a row,
 * and the greatest above which it never does.
 */
export function lastingExtent(
  norms: readonly number[],
  patience: number,
): readonly [number, number] {
  const windows = norms.slice(patience - 1).map((_, start) => norms.slice(start, start + patience));
  return [
    Math.min(...windows.map((window) => Math.max(...window))),
    Math.max(...windows.map((window) => Math.min(...window))),
  ];
}
