/** Exported networks with batches of 1, 3 and 64, compared with `sample` of a session number by number. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createCompiler, type GanSpec } from '../../src/index.js';
import { runInProcess } from '../cli/runInProcess.js';
import { conditionalGans } from '../program/conditionalGans.js';
import { tensor } from '../conformance/tensors.js';
import { writeHandmadeRun } from '../runs/handmadeRun.js';
import { difference, openGraphModel, openOnnx, recordOf, sampleFeeds } from './networks.js';

type Network = NonNullable<GanSpec['generator']>;

const tolerance = 1e-5;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Compiles a GAN after two iterations, so that no statistic and no bias is still 0 or 1. */
async function compiled(spec: GanSpec) {
  const folder = mkdtempSync(join(tmpdir(), 'ganspec-batches-'));
  folders.push(folder);
  const gan = createCompiler().compile(spec);
  const session = await gan.prepare({ seed: 5 });
  for (let step = 0; step < 2; step += 1) await session.iterate();
  const { notes } = await gan.compileTo(folder, { state: await session.readState() });
  return { folder, gan, session, notes };
}

const image = {
  data: { type: 'noise', shape: [8, 8, 1], count: 64 },
  latent: { dim: 4 },
  training: { batchSize: 4 },
} satisfies GanSpec;
const discriminator: Network = { layers: ['flatten', { type: 'dense', units: 1 }] };

/** Generators by what is in them. */
const generators: Readonly<Record<string, Network['layers']>> = {
  'batch norm of vectors and images': [
    { type: 'dense', units: 32 },
    'batchNorm',
    'relu',
    { type: 'reshape', shape: [4, 4, 2] },
    { type: 'conv2dTranspose', filters: 3, kernelSize: 4, strides: 2 },
    'batchNorm',
    { type: 'conv2d', filters: 1, kernelSize: 3, activation: 'tanh' },
  ],
  'spectral norm': [
    { type: 'dense', units: 32, spectralNorm: true },
    { type: 'reshape', shape: [4, 4, 2] },
    { type: 'conv2dTranspose', filters: 1, kernelSize: 4, strides: 2, spectralNorm: true },
  ],
  'layers that are random in training': [
    { type: 'dense', units: 64 },
    { type: 'dropout', rate: 0.5 },
    { type: 'gaussianNoise', stddev: 0.3 },
    { type: 'reshape', shape: [8, 8, 1] },
  ],
  'layers that are random in samples too': [
    { type: 'learnedConstant', shape: [4, 4, 1] },
    'noiseInjection',
    'upSampling2d',
    { type: 'conv2d', filters: 1, kernelSize: 3 },
  ],
  attention: [
    { type: 'dense', units: 128 },
    { type: 'reshape', shape: [4, 4, 8] },
    'selfAttention2d',
    'upSampling2d',
    { type: 'conv2d', filters: 1, kernelSize: 1, activation: 'tanh' },
  ],
};

describe.each([
  ...Object.entries(conditionalGans),
  ...Object.entries(generators).map(
    ([what, layers]) => [what, { ...image, generator: { layers }, discriminator }] as const,
  ),
])('a generator with %s', (_what, spec) => {
  it('gives the samples of `sample` in batches of 1, 3 and 64', async () => {
    const { folder, gan, session, notes } = await compiled(spec);
    expect(notes).toEqual([]);
    const networks = [await openOnnx(folder, 'sample'), await openGraphModel(folder, 'generator')];
    for (const count of [1, 3, 64]) {
      const expected = await session.sample(count, { seed: 7 });
      expect(new Set(expected.data).size).toBeGreaterThan(1);
      for (const network of networks) {
        const { shape, data } = await network.run(sampleFeeds(gan, count, 7));
        expect(shape).toEqual(expected.shape);
        expect(difference(data, expected.data)).toBeLessThan(tolerance);
      }
    }
    await Promise.all(networks.map(({ release }) => release()));
    await session.dispose();
  });
});

it('samples one image of a run with batch norm, and compiles the run to a model that does', async () => {
  const root = mkdtempSync(join(tmpdir(), 'ganspec-batches-'));
  folders.push(root);
  const layers = generators['batch norm of vectors and images'] ?? [];
  const spec = { ...image, generator: { layers }, discriminator };
  const gan = createCompiler().compile(spec);
  const trained = await gan.prepare({ seed: 5 });
  await trained.iterate();
  const run = join(root, 'run');
  writeHandmadeRun(run, spec, { seed: 5, baseDir: root }, await trained.readState());
  await trained.dispose();
  const file = join(root, 'one.npy');
  const sampled = await runInProcess(['sample', run, '--count', '1', '--out', file], root);
  expect(sampled).toEqual({ code: 0, stdout: 'FOLDER/one.npy\n', stderr: '' });
  // 64 numbers after the header.
  const numbers = new Float32Array(Uint8Array.from(readFileSync(file).subarray(-4 * 64)).buffer);
  const out = join(root, 'compiled');
  const compilation = await runInProcess(['compile', run, '--out', out], root);
  expect(compilation).toEqual({ code: 0, stdout: 'FOLDER/compiled\n', stderr: '' });
  const network = await openOnnx(out, 'sample');
  const { shape, data } = await network.run(sampleFeeds(gan, 1, 5));
  expect(shape).toEqual([1, 8, 8, 1]);
  expect(difference(data, numbers)).toBeLessThan(tolerance);
  await network.release();
});

it('has scheduled options as inputs beside the batch', async () => {
  const alpha = { type: 'linear', from: 0.1, to: 0.3, steps: 10 } as const;
  const layers = [{ type: 'dense', units: 2 } as const, { type: 'leakyReLU', alpha } as const];
  const { folder, gan, session } = await compiled({
    data: { type: 'ring' },
    latent: { dim: 3 },
    generator: { layers },
    discriminator,
    training: { batchSize: 4 },
  });
  expect(recordOf(folder).models['sample']?.inputs).toEqual([
    {
      name: 'latent',
      dtype: 'float32',
      shape: ['batch', 3],
      kind: 'feed',
      meaning: 'latent vectors, one row a sample',
      distribution: { kind: 'normal', mean: 0, stddev: 1 },
    },
    {
      name: 'generator/leakyReLU_0/alpha',
      dtype: 'float32',
      shape: [],
      kind: 'feed',
      meaning: 'generator/leakyReLU_0/alpha as scheduled',
    },
  ]);
  const network = await openOnnx(folder, 'sample');
  const expected = await session.sample(1);
  // 0.1 + 2 · 0.2 / 10 after two iterations.
  const { data } = await network.run(
    sampleFeeds(gan, 1, 5, { 'generator/leakyReLU_0/alpha': 0.14 }),
  );
  expect(difference(data, expected.data)).toBeLessThan(tolerance);
  await network.release();
  await session.dispose();
});

describe('a discriminator', () => {
  const points = {
    data: { type: 'ring' },
    latent: { dim: 3 },
    generator: { layers: [{ type: 'dense', units: 2 }] },
  } satisfies Partial<GanSpec>;
  const rows = (count: number): readonly number[] =>
    Array.from({ length: 2 * count }, (_, at) => Math.sin(at));
  const real = (count: number) => new Map([['real', tensor('float32', [count, 2], rows(count))]]);

  it('scores packs in batches of any number of packs', async () => {
    const { folder, session, notes } = await compiled({
      ...points,
      discriminator: { layers: [{ type: 'dense', units: 1 }] },
      training: { batchSize: 4, packing: 2 },
    });
    expect(notes).toEqual([]);
    const { inputs, outputs } = recordOf(folder).models['score'] ?? {};
    expect(inputs?.map(({ shape }) => shape)).toEqual([['batch', 2]]);
    expect(outputs?.map(({ shape }) => shape)).toEqual([['batch / 2', 1]]);
    const networks = [
      await openOnnx(folder, 'score'),
      await openGraphModel(folder, 'discriminator'),
    ];
    const state = await session.readState();
    const [kernel, bias] = ['kernel', 'bias'].map(
      (name) => state.get(`discriminator/dense_0/${name}`)?.data ?? [],
    );
    for (const packs of [1, 3]) {
      // A pack is four numbers, of which the score is a weighted sum.
      const expected = Array.from({ length: packs }, (_, pack) =>
        rows(2 * packs)
          .slice(4 * pack, 4 * pack + 4)
          .reduce((sum, value, at) => sum + value * (kernel?.[at] ?? NaN), bias?.[0] ?? NaN),
      );
      for (const network of networks) {
        const { shape, data } = await network.run(real(2 * packs));
        expect(shape).toEqual([packs, 1]);
        expect(difference(data, expected)).toBeLessThan(tolerance);
      }
    }
    await Promise.all(networks.map(({ release }) => release()));
    await session.dispose();
  });

  it.each([
    ['minibatchDiscrimination', { type: 'minibatchDiscrimination', kernels: 2, dims: 2 }],
    ['minibatchStdDev', 'minibatchStdDev'],
  ] as const)('with %s takes batches of the size of the spec', async (type, layer) => {
    const { folder, session, notes } = await compiled({
      ...points,
      discriminator: { layers: [layer, { type: 'dense', units: 1 }] },
      training: { batchSize: 4 },
    });
    expect(notes).toEqual([
      `discriminator/model.json and score.onnx take 4 samples at a time, the batch size of the spec: ${type}_0 compares the samples of a batch`,
    ]);
    expect(recordOf(folder).models['score']?.inputs.map(({ shape }) => shape)).toEqual([[4, 2]]);
    const [onnx, graphModel] = [
      await openOnnx(folder, 'score'),
      await openGraphModel(folder, 'discriminator'),
    ];
    const [one, other] = [await onnx.run(real(4)), await graphModel.run(real(4))];
    expect(difference(one.data, other.data)).toBeLessThan(tolerance);
    await expect(onnx.run(real(1))).rejects.toThrow('Got: 1 Expected: 4');
    await Promise.all([onnx.release(), graphModel.release(), session.dispose()]);
  });
});

it('keeps the batch size of a generator that compares its samples', async () => {
  const { folder, session, notes } = await compiled({
    data: { type: 'ring' },
    latent: { dim: 3 },
    generator: { layers: ['minibatchStdDev', { type: 'dense', units: 2 }] },
    discriminator,
    training: { batchSize: 8 },
  });
  expect(notes).toEqual([
    'generator/model.json and sample.onnx take 8 samples at a time, the batch size of the spec: minibatchStdDev_0 compares the samples of a batch',
  ]);
  expect(recordOf(folder).models['sample']?.inputs.map(({ shape }) => shape)).toEqual([[8, 3]]);
  await session.dispose();
});
