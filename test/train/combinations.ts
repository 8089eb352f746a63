/** Small GANs with several options at once. */
import type { GanSpec, Layer, Network, Penalty, Training } from '../../src/index.js';
import type { Option } from './pairing.js';

/** Parts of a spec that an option sets. */
interface Part {
  readonly data?: 'points' | 'images' | 'lines';
  readonly spec?: Partial<GanSpec>;
  readonly training?: Training;
  readonly penalty?: Penalty;
  /** Keys of each layer of the discriminator that has weights. */
  readonly weights?: { readonly spectralNorm?: boolean; readonly equalizedLearningRate?: boolean };
  /** Layers of the discriminator before its last one. */
  readonly layers?: readonly Layer[];
  /** True where the discriminator is an auto-encoder. */
  readonly reconstructs?: boolean;
}

export interface PartOption extends Option {
  readonly part: Part;
}

function group(name: string, parts: Readonly<Record<string, Part>>): readonly PartOption[] {
  return Object.entries(parts).map(([key, part]) => ({ group: name, name: key, part }));
}

/** Everything that is combined. */
export const options: readonly PartOption[] = [
  ...group('data', {
    points: { data: 'points' },
    images: { data: 'images' },
    lines: { data: 'lines' },
  }),
  ...group('loss', {
    wasserstein: { spec: { loss: 'wasserstein' } },
    hinge: { spec: { loss: { type: 'hinge', generatorWeight: 0.5 } } },
    relativisticAverage: { spec: { loss: 'relativisticAverage' } },
    began: { spec: { loss: 'began' }, reconstructs: true },
    ebgan: { spec: { loss: { type: 'ebgan', margin: 1 } }, reconstructs: true },
  }),
  ...group('labels', {
    concat: { spec: { labels: { generator: 'concat', discriminator: 'concat', embedding: 3 } } },
    projection: {
      spec: {
        labels: {
          generator: 'conditionalBatchNorm',
          discriminator: 'projection',
          features: 'features',
        },
      },
    },
    auxiliary: { spec: { labels: { generator: 'concat', discriminator: 'auxiliary' } } },
    codes: { spec: { labels: { codes: { categorical: [2], continuous: 1, layers: ['relu'] } } } },
  }),
  ...group('slope', {
    gradientPenalty: { penalty: { type: 'gradientPenalty' } },
    dragan: { penalty: { type: 'dragan', every: 2 } },
    r1: { penalty: { type: 'r1', every: 2 } },
    r2: { penalty: { type: 'r2' } },
    maxGradientPenalty: { penalty: { type: 'maxGradientPenalty' } },
  }),
  ...group('penalty', {
    lecam: { penalty: { type: 'lecam' } },
    bcr: { penalty: { type: 'consistency', mode: 'bcr' } },
    zcr: { penalty: { type: 'consistency', mode: 'zcr', every: 3 } },
    featureMatching: { penalty: { type: 'featureMatching', layer: 'features' } },
    pullingAway: { penalty: { type: 'pullingAway', layer: 'features', every: 2 } },
    modeSeeking: { penalty: { type: 'modeSeeking' } },
    pathLength: { penalty: { type: 'pathLength', layer: 'style', every: 2 } },
    orthogonal: { penalty: { type: 'orthogonal', network: 'generator' } },
    weightDecay: { penalty: { type: 'weightDecay', every: 2 } },
    weightClip: { penalty: { type: 'weightClip' } },
  }),
  ...group('order', {
    simultaneous: { training: { update: 'simultaneous' } },
    extraGradient: { training: { update: 'extraGradient' } },
    reused: { training: { latents: 'reused', discriminatorSteps: 2 } },
    repeated: { training: { realBatches: 'repeated', discriminatorSteps: 2, first: 'generator' } },
    'generator twice': { training: { generatorSteps: 2 } },
  }),
  ...group('accumulation', { accumulation: { training: { gradientAccumulation: 2 } } }),
  ...group('scoring', { together: { training: { scoring: 'together' } } }),
  ...group('batch', {
    packing: { training: { packing: 2 } },
    augmentation: { training: { augment: { policy: ['flip', 'translation', 'cutout'] } } },
    'adapted augmentation': {
      training: { augment: { policy: ['brightness'], target: 0.6, probability: 0.5, images: 20 } },
    },
  }),
  ...group('topK', {
    topK: { training: { topK: { type: 'linear', from: 1, to: 0.5, steps: 2 } } },
  }),
  ...group('average', {
    ema: { training: { ema: {} } },
    halfLife: { training: { ema: { halfLife: 20, start: 1 } } },
  }),
  ...group('clip', {
    norm: { training: { gradientClip: { limit: 1 } } },
    value: { training: { gradientClip: { by: 'value', limit: 0.1 } } },
  }),
  ...group('noise', { instanceNoise: { training: { instanceNoise: 0.1 } } }),
  ...group('weights', {
    spectralNorm: { weights: { spectralNorm: true } },
    equalizedLearningRate: { weights: { equalizedLearningRate: true } },
  }),
  ...group('layers', {
    batchNorm: { layers: ['batchNorm'] },
    dropout: {
      layers: [
        { type: 'dropout', rate: 0.3 },
        { type: 'gaussianNoise', stddev: 0.1 },
      ],
    },
    minibatchStdDev: { layers: ['minibatchStdDev'] },
    minibatchDiscrimination: {
      layers: [{ type: 'minibatchDiscrimination', kernels: 2, dims: 2 }],
    },
  }),
  ...group('optimizer', {
    optimisticAdam: {
      spec: { optimizers: { generator: 'optimisticAdam', discriminator: 'optimisticAdam' } },
    },
    lion: { spec: { optimizers: { generator: 'lion', discriminator: 'sgd' } } },
  }),
];

const shapes = { points: [2], images: [6, 6, 1], lines: [6, 3] } as const;

const data: Readonly<Record<keyof typeof shapes, NonNullable<GanSpec['data']>>> = {
  points: { type: 'ring', modes: 2, count: 16 },
  images: { type: 'shapes', shapes: ['circle', 'square'], size: 6, channels: 1, count: 16 },
  lines: { type: 'noise', shape: [6, 3], classes: 2, count: 16 },
};

/** The keys of all of these; a later one replaces an earlier one. */
function merged<T extends object>(parts: readonly (T | undefined)[]): Partial<T> {
  return parts.reduce<Partial<T>>((all, one) => ({ ...all, ...one }), {});
}

/** The GAN that all of these ask for. */
export function specOf(chosen: readonly PartOption[]): GanSpec {
  const parts = chosen.map(({ part }) => part);
  const training = { batchSize: 4, steps: 4, ...merged(parts.map((one) => one.training)) };
  // Images suit every option.
  const kind = parts.find((one) => one.data)?.data ?? 'images';
  const shape = shapes[kind];
  return {
    ...merged(parts.map(({ spec }) => spec)),
    data: data[kind],
    latent: { dim: 2 },
    generator: generatorOf(shape),
    discriminator: discriminatorOf(shape, parts, Number(training.packing ?? 1)),
    penalties: parts.flatMap(({ penalty }) => penalty ?? []),
    training,
  };
}

function generatorOf(shape: readonly number[]): Network {
  const units = shape.reduce((a, b) => a * b, 1);
  return {
    layers: [
      { type: 'dense', name: 'style', units: 4 },
      'batchNorm',
      'leakyReLU',
      { type: 'dense', units },
      ...(shape.length === 1 ? [] : [{ type: 'reshape', shape } as Layer, 'tanh' as const]),
    ],
  };
}

function discriminatorOf(
  shape: readonly number[],
  parts: readonly Part[],
  packing: number,
): Network {
  const weights = merged(parts.map((one) => one.weights));
  const seen = shape.map((size, axis) => (axis === shape.length - 1 ? size * packing : size));
  const window = { filters: 2, kernelSize: 3, strides: 2, ...weights };
  const first: Readonly<Record<number, readonly Layer[]>> = {
    2: [{ type: 'conv1d', ...window }, 'leakyReLU', 'flatten'],
    3: [{ type: 'conv2d', ...window }, 'leakyReLU', 'flatten'],
  };
  const isCoder = parts.some(({ reconstructs }) => reconstructs);
  return {
    layers: [
      ...(first[shape.length] ?? []),
      { type: 'dense', name: 'features', units: 4, activation: 'tanh', ...weights },
      ...parts.flatMap(({ layers }) => layers ?? []),
      { type: 'dense', units: isCoder ? seen.reduce((a, b) => a * b, 1) : 1, ...weights },
      ...(isCoder && shape.length > 1 ? [{ type: 'reshape', shape: seen } as Layer] : []),
    ],
  };
}
