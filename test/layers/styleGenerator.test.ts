/** Style-based networks end to end: a mapping network, modulated convolutions, noise, blur. */
import { describe, expect, it } from 'vitest';
import { createCompiler, type GanSpec } from '../../src/index.js';

type Layers = NonNullable<GanSpec['generator']>['layers'];

const styled = (filters: number, from: string, upSample: boolean): Layers => [
  { type: 'modulatedConv2d', filters, upSample, input: [from, 'style'] },
  'noiseInjection',
];

const spec: GanSpec = {
  data: { type: 'noise', shape: [8, 8, 1], count: 16 },
  latent: { dim: 6 },
  generator: {
    layers: [
      'pixelNorm',
      { type: 'dense', units: 5, activation: 'leakyReLU', name: 'style' },
      { type: 'learnedConstant', shape: [4, 4, 3], name: 'start' },
      ...styled(4, 'start', false),
      { type: 'leakyReLU', name: 'low' },
      ...styled(3, 'low', true),
      { type: 'leakyReLU', name: 'high' },
      {
        type: 'modulatedConv2d',
        filters: 1,
        kernelSize: 1,
        demodulate: false,
        activation: 'tanh',
        input: ['high', 'style'],
      },
    ],
  },
  discriminator: {
    layers: [
      { type: 'conv2d', filters: 4, kernelSize: 3, activation: 'leakyReLU' },
      { type: 'blur', resize: 'down' },
      'minibatchStdDev',
      'flatten',
      { type: 'dense', units: 1 },
    ],
  },
  loss: 'nonSaturating',
  penalties: ['r1'],
  optimizers: {
    generator: { type: 'adam', learningRate: 0.002 },
    discriminator: { type: 'adam', learningRate: 0.002 },
  },
  training: { batchSize: 4, steps: 3 },
};

describe('a small style-based GAN', () => {
  it('trains with finite numbers and changes every weight of the generator', async () => {
    const session = await createCompiler().compile(spec).prepare({ seed: 1 });
    const before = await session.readState();
    for (let step = 0; step < 3; step += 1) {
      for (const value of Object.values(await session.iterate())) {
        expect(value).toSatisfy(Number.isFinite);
      }
    }
    const after = await session.readState();
    await session.dispose();
    const weights = [...before.keys()].filter((name) => name.startsWith('generator/'));
    const idle = weights.filter(
      (name) => before.get(name)?.data.join() === after.get(name)?.data.join(),
    );
    expect(weights).toHaveLength(17);
    expect(idle).toEqual([]);
  });

  it('samples the same images from the same seed, including noise', async () => {
    const session = await createCompiler().compile(spec).prepare({ seed: 1 });
    const [first, second] = [await session.sample(6), await session.sample(6)];
    await session.dispose();
    expect(first.shape).toEqual([6, 8, 8, 1]);
    expect(second.data).toEqual(first.data);
  });
});
