import { expect, it } from 'vitest';
import type { ParameterSpec } from '../../../src/entries/parameter.js';
import { network, resolveText, ringSpec } from './resolveText.js';

/** Parameters of a generator's first layer, read by a dense one. */
function parametersOf(layer: object): readonly ParameterSpec[] {
  const generator = network(layer, 'flatten', { type: 'dense', units: 2 });
  const { resolved, text } = resolveText(ringSpec({ generator, latent: { dim: 4 } }));
  const [first] = resolved?.networks.generator.layers ?? [];
  if (!first) throw new Error(text);
  return first.parameters;
}

const zero = { kind: 'constant', value: 0 };

it('equalizedLearningRate lets kernels start with variance 1', () => {
  const layer = { type: 'dense', units: 3, equalizedLearningRate: true };
  expect(parametersOf(layer).map(({ initial }) => initial)).toEqual([
    { kind: 'normal', mean: 0, stddev: 1 },
    zero,
  ]);
});

it('a multiplier divides every first value', () => {
  const layer = {
    type: 'dense',
    units: 3,
    equalizedLearningRate: 0.25,
    biasInitializer: { type: 'constant', value: 1 },
  };
  expect(parametersOf(layer).map(({ initial }) => initial)).toEqual([
    { kind: 'normal', mean: 0, stddev: 4 },
    { kind: 'constant', value: 4 },
  ]);
});

it.each([
  ['randomUniform', { minval: -1, maxval: 2 }, { kind: 'uniform', low: -2, high: 4 }],
  ['randomNormal', { mean: 1, stddev: 3 }, { kind: 'normal', mean: 2, stddev: 6 }],
])('a multiplier divides a %s first value of a bias', (type, options, expected) => {
  const layer = {
    type: 'dense',
    units: 3,
    equalizedLearningRate: 0.5,
    biasInitializer: { type, ...options },
  };
  expect(parametersOf(layer)[1]?.initial).toEqual(expected);
});

it('spectralNorm keeps a vector as long as the kernel has outputs', () => {
  expect(parametersOf({ type: 'dense', units: 3, spectralNorm: true })).toEqual([
    expect.objectContaining({ name: 'kernel', shape: [4, 3] }),
    expect.objectContaining({ name: 'bias', shape: [3] }),
    {
      name: 'kernelSingularVector',
      shape: [3],
      initial: { kind: 'normal', mean: 0, stddev: 1 },
      trainable: false,
    },
  ]);
});

it.each([
  { type: 'constant', value: 0 },
  { type: 'randomUniform', minval: 0, maxval: 0 },
  { type: 'randomNormal', stddev: 0 },
  { type: 'truncatedNormal', stddev: 0 },
  { type: 'orthogonal', gain: 0 },
])('spectralNorm refuses a kernel that is zero at first, as that of %j', (kernelInitializer) => {
  const layer = { type: 'dense', units: 4, spectralNorm: true, kernelInitializer };
  expect(() => parametersOf(layer)).toThrow('largest singular value, and it is zero at first');
});
