/** The target `onnx`, run by onnxruntime in Node and by onnxruntime-web, compared with the engine's samples. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import proto from 'onnx-proto';
import * as node from 'onnxruntime-node';
import * as web from 'onnxruntime-web/wasm';
import { describe, expect, it } from 'vitest';
import type { GanSpec, TensorMap } from '../../../src/index.js';
import { conditionalGans } from '../../program/conditionalGans.js';
import { tensor } from '../../conformance/tensors.js';
import { difference, sampleFeeds } from '../networks.js';
import { exported, exportRecord } from './exported.js';
import { convolutional, smallImages } from './smallImages.js';

const tolerance = 1e-5;

// One thread, since others are workers, which outlive the tests.
web.env.wasm.numThreads = 1;

/** The first result of a model in one of the runtimes. */
async function resultOf(runtime: typeof node | typeof web, file: string, feeds: TensorMap) {
  const session = await runtime.InferenceSession.create(readFileSync(file));
  const given = [...feeds].map(
    ([name, { data, shape }]) =>
      [name, new runtime.Tensor('float32', Float32Array.from(data), shape)] as const,
  );
  const results = await session.run(Object.fromEntries(given));
  const [first] = Object.values(results);
  await session.release();
  return { shape: first?.dims, data: first?.data as Float32Array };
}

function domainsOf(file: string): readonly string[] {
  const { graph, opsetImport } = proto.onnx.ModelProto.decode(readFileSync(file));
  const nodes = graph?.node?.map(({ domain }) => domain ?? '') ?? [];
  return [...new Set([...nodes, ...opsetImport.map(({ domain }) => domain ?? '')])];
}

const attention: GanSpec = {
  ...smallImages,
  generator: {
    layers: [
      { type: 'dense', units: 128 },
      { type: 'reshape', shape: [4, 4, 8] },
      'selfAttention2d',
      'upSampling2d',
      { type: 'conv2d', filters: 1, kernelSize: 1, activation: 'tanh' },
    ],
  },
};

describe.each([
  ...Object.entries(conditionalGans),
  ['convolutions and batch norm', convolutional] as const,
  ['self-attention', attention] as const,
  [
    'averaged weights',
    { ...convolutional, training: { batchSize: 4, ema: { decay: 0.5 } } },
  ] as const,
])('a generator with %s', (_what, spec) => {
  it('gives the samples of the engine in batches of 1, 3 and 64', async () => {
    const { folder, gan, session, result } = await exported(spec, 'onnx');
    expect(result).toMatchObject({
      iteration: 2,
      notes: [],
      files: ['export.json', 'generator.onnx'],
    });
    const file = join(folder, 'generator.onnx');
    expect(domainsOf(file)).toEqual(['']);
    for (const count of [1, 3, 64]) {
      const expected = await session.sample(count, { seed: 7 });
      expect(new Set(expected.data).size).toBeGreaterThan(1);
      for (const runtime of [node, web]) {
        const { shape, data } = await resultOf(runtime, file, sampleFeeds(gan, count, 7));
        expect(shape).toEqual(expected.shape);
        expect(difference(data, expected.data)).toBeLessThan(tolerance);
      }
    }
    await session.dispose();
  });
});

it('writes the discriminator where it is asked for', async () => {
  const { folder, session, result } = await exported(convolutional, 'onnx', {
    discriminator: true,
  });
  expect(result.files).toEqual(['discriminator.onnx', 'export.json', 'generator.onnx']);
  const real = Array.from({ length: 128 }, (_, at) => Math.sin(at));
  const feeds = new Map([['real', tensor('float32', [2, 8, 8, 1], real)]]);
  const state = await session.readState();
  const [kernel, bias] = ['kernel', 'bias'].map(
    (name) => state.get(`discriminator/dense_0/${name}`)?.data ?? [],
  );
  const expected = [0, 1].map((row) =>
    real
      .slice(64 * row, 64 * row + 64)
      .reduce((sum, value, at) => sum + value * (kernel?.[at] ?? NaN), bias?.[0] ?? NaN),
  );
  for (const runtime of [node, web]) {
    const { data } = await resultOf(runtime, join(folder, 'discriminator.onnx'), feeds);
    expect(difference(data, expected)).toBeLessThan(tolerance);
  }
  await session.dispose();
});

it('has scheduled options as they are at the iteration', async () => {
  const alpha = { type: 'linear', from: 0.1, to: 0.3, steps: 10 } as const;
  const { folder, gan, session } = await exported(
    {
      data: { type: 'ring' },
      latent: { dim: 3 },
      generator: {
        layers: [
          { type: 'dense', units: 2 },
          { type: 'leakyReLU', alpha },
        ],
      },
      discriminator: { layers: [{ type: 'dense', units: 1 }] },
      training: { batchSize: 4 },
    },
    'onnx',
  );
  const expected = await session.sample(5, { seed: 3 });
  const { data } = await resultOf(node, join(folder, 'generator.onnx'), sampleFeeds(gan, 5, 3));
  expect(difference(data, expected.data)).toBeLessThan(tolerance);
  await session.dispose();
});

it('says where a model takes batches of one size', async () => {
  const { folder, session, result } = await exported(
    {
      ...smallImages,
      generator: {
        layers: [
          'minibatchStdDev',
          { type: 'dense', units: 64 },
          { type: 'reshape', shape: [8, 8, 1] },
        ],
      },
    },
    'onnx',
  );
  expect(result.notes).toEqual([
    'generator.onnx takes 4 samples at a time, the batch size of the spec: minibatchStdDev_0 compares the samples of a batch',
  ]);
  expect(exportRecord(folder)).toMatchObject({ generator: { batchSize: 4 } });
  await session.dispose();
});
