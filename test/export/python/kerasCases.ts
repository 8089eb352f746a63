/** GANs whose generators have the layers that no preset has and Keras does. */
import { createCompiler, type Gan, type GanSpec } from '../../../src/index.js';
import { conditionalGans } from '../../program/conditionalGans.js';
import { smallImages } from '../targets/smallImages.js';

type Layers = NonNullable<GanSpec['generator']>['layers'];

const last: Layers = [{ type: 'conv2d', filters: 1, kernelSize: 3, activation: 'tanh' }];
const images: Layers = [
  { type: 'dense', units: 128, activation: 'gelu', equalizedLearningRate: true },
  { type: 'reshape', shape: [4, 4, 8] },
];

/** By what is in them. */
const generators: Readonly<Record<string, Layers>> = {
  convolutions: [
    ...images,
    {
      type: 'conv2dTranspose',
      filters: 6,
      kernelSize: 3,
      strides: 2,
      activation: 'mish',
      spectralNorm: true,
    },
    {
      type: 'conv2d',
      filters: 6,
      kernelSize: 3,
      padding: 1,
      groups: 2,
      activation: 'swish',
      spectralNorm: true,
    },
    { type: 'depthwiseConv2d', kernelSize: 3, activation: { type: 'leakyReLU', alpha: 0.1 } },
    { type: 'separableConv2d', filters: 4, kernelSize: 3, activation: 'hardSigmoid' },
    ...last,
  ],
  normalizations: [
    ...images,
    { type: 'groupNorm', groups: 2 },
    'prelu',
    { type: 'upSampling2d', size: 2, interpolation: 'bilinear' },
    'instanceNorm',
    { type: 'activation', activation: 'elu' },
    'layerNorm',
    { type: 'layerNorm', axis: [1, 3] },
    { type: 'activation', activation: 'selu' },
    'pixelNorm',
    { type: 'dropout', rate: 0.3 },
    ...last,
  ],
  pooled: [
    ...images,
    { type: 'globalMaxPooling', name: 'largest' },
    { type: 'globalAveragePooling', input: 'reshape_0', name: 'means' },
    { type: 'multiply', input: ['largest', 'means'], name: 'product' },
    { type: 'concat', input: ['largest', 'means', 'product'] },
    'flatten',
    'sigmoid',
    { type: 'dense', units: 16, activation: 'softplus' },
    { type: 'reshape', shape: [16, 1] },
    { type: 'conv1d', filters: 4, kernelSize: 3, activation: 'relu6' },
    { type: 'upSampling1d', size: 4 },
    { type: 'globalAveragePooling' },
    { type: 'dense', units: 64, activation: 'tanh' },
    { type: 'reshape', shape: [8, 8, 1] },
  ],
  styles: [
    { type: 'dense', units: 5, name: 'style' },
    { type: 'learnedConstant', shape: [3, 4, 4], name: 'constant' },
    {
      type: 'modulatedConv2d',
      filters: 6,
      input: ['constant', 'style'],
      upSample: true,
      name: 'a',
    },
    { type: 'noiseInjection', strengthInitializer: 'ones', name: 'noisy' },
    { type: 'adaptiveInstanceNorm', input: ['noisy', 'style'], name: 'b' },
    {
      type: 'batchNorm',
      input: ['b', 'style'],
      sharedAffine: false,
      kernelInitializer: 'glorotNormal',
      name: 'c',
    },
    {
      type: 'modulatedConv2d',
      filters: 4,
      kernelSize: 1,
      input: ['c', 'style'],
      demodulate: false,
      activation: 'relu',
      equalizedLearningRate: true,
    },
    { type: 'blur', kernel: [1, 3, 4], resize: 'up' },
    { type: 'blur', kernel: [1, 2, 1, 3], resize: 'down' },
    { type: 'blur', kernel: [1, 2, 1] },
    { type: 'noiseInjection', perChannel: false, strengthInitializer: 'ones' },
    'flatten',
    { type: 'dense', units: 64 },
    { type: 'reshape', shape: [8, 8, 1] },
  ],
  attention: [
    ...images,
    { type: 'selfAttention2d', pooling: 2, reduction: 4, gammaInitializer: 'ones' },
    { type: 'selfAttention2d', valueReduction: 2, gammaInitializer: 'ones', spectralNorm: true },
    { type: 'gumbelSoftmax', temperature: 0.7 },
    'flatten',
    { type: 'dense', units: 64 },
    { type: 'reshape', shape: [16, 4] },
    { type: 'gumbelSoftmax', hard: true },
    { type: 'reshape', shape: [8, 8, 1] },
    ...last,
  ],
  sizes: [
    ...images,
    { type: 'conv2dTranspose', filters: 4, kernelSize: 4, strides: 2, padding: 'valid' },
    { type: 'cropping2d', cropping: 1 },
    { type: 'zeroPadding2d', padding: 1 },
    { type: 'averagePooling2d', poolSize: 3, strides: 1 },
    { type: 'maxPooling2d', poolSize: 3, strides: 1, padding: 'valid' },
    { type: 'permute', dims: [2, 1, 3] },
    ...last,
  ],
};

/** All, compiled. */
export function kerasCases(): readonly (readonly [string, Gan])[] {
  const compiler = createCompiler();
  return [
    ...Object.entries(generators).map(([name, layers]) => {
      return [name, { ...smallImages, generator: { layers } }] as const;
    }),
    ...Object.entries(conditionalGans).map(([name, spec]) => [`labels by ${name}`, spec] as const),
  ].map(([name, spec]) => [name, compiler.compile(spec)] as const);
}
