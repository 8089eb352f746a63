import { expect, it } from 'vitest';
import { latentReaders } from '../../src/directions/latentReaders.js';
import { createCompiler, type GanSpec } from '../../src/index.js';
import { smallImages } from '../export/targets/smallImages.js';

type Layers = NonNullable<GanSpec['generator']>['layers'];

/** The vector of a spec, and its readers as `layer/kernel axis places`. */
function readersOf(spec: GanSpec) {
  const { networks, spec: normal } = createCompiler().compile(spec).resolved;
  const { readers, ...vector } = latentReaders(networks.generator, normal.latent.dim);
  const texts = readers.map(
    ({ layer, parameter, axis, places }) => `${layer.name}/${parameter} ${axis} ${places.join()}`,
  );
  return { ...vector, readers: texts };
}

const images = (...layers: Layers): GanSpec => ({ ...smallImages, generator: { layers } });
const last: Layers = [
  { type: 'dense', units: 64, name: 'last' },
  { type: 'reshape', shape: [8, 8, 1] },
];

it.each<[string, Layers, readonly string[]]>([
  ['a dense layer', last, ['last/kernel 0 0,1,2,3']],
  [
    'a transposed convolution of one position',
    [
      { type: 'reshape', shape: [1, 1, 4] },
      { type: 'conv2dTranspose', filters: 1, kernelSize: 8, padding: 'valid', name: 'first' },
    ],
    ['first/kernel 3 0,1,2,3'],
  ],
  [
    'all dense layers that the latent vector skips to',
    [
      'pixelNorm',
      { type: 'dense', units: 2, name: 'first' },
      { type: 'concat', input: ['first', 'input'] },
      ...last,
    ],
    ['first/kernel 0 0,1,2,3', 'last/kernel 0 -1,-1,0,1,2,3'],
  ],
  [
    'no convolution of several positions',
    [
      { type: 'reshape', shape: [2, 2, 1] },
      { type: 'conv2d', filters: 1, kernelSize: 3 },
      'flatten',
      ...last,
    ],
    [],
  ],
])('finds %s', (_, layers, readers) => {
  expect(readersOf(images(...layers))).toEqual({ name: 'input', size: 4, moved: 4, readers });
});

it('leaves codes and classes out', () => {
  const codes = { ...images(...last), labels: { codes: { categorical: [3], continuous: 1 } } };
  expect(readersOf(codes)).toEqual({
    name: 'input',
    size: 8,
    moved: 4,
    readers: ['last/kernel 0 0,1,2,3,-1,-1,-1,-1'],
  });
  const classes: GanSpec = {
    ...images(...last),
    data: { type: 'shapes', size: 8, channels: 1, shapes: ['circle', 'square'], count: 16 },
    labels: { generator: 'concat', discriminator: 'projection', embedding: 2 },
  };
  expect(readersOf(classes).readers).toEqual(['last/kernel 0 0,1,2,3,-1,-1']);
});

it('takes the style that the layers of StyleGAN2 read', () => {
  const styled = images(
    { type: 'dense', units: 3, name: 'style' },
    { type: 'learnedConstant', shape: [8, 8, 2], name: 'constant' },
    { type: 'modulatedConv2d', filters: 2, input: ['constant', 'style'], name: 'first' },
    { type: 'adaptiveInstanceNorm', input: ['first', 'style'], name: 'second' },
    { type: 'modulatedConv2d', filters: 1, input: ['second', 'style'], name: 'third' },
  );
  expect(readersOf(styled)).toEqual({
    name: 'style',
    size: 3,
    moved: 3,
    readers: [
      'first/styleKernel 0 0,1,2',
      'second/gammaKernel 0 0,1,2',
      'second/betaKernel 0 0,1,2',
      'third/styleKernel 0 0,1,2',
    ],
  });
});
