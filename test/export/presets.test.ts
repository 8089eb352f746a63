/** Every preset, compiled and run by other programs: tfjs-converter on tfjs-core, and onnxruntime. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onnxEngine } from '../../src/engines/onnx/onnxEngine.js';
import type { EngineSession } from '../../src/engines/engine.js';
import type { ArtefactRecord } from '../../src/export/record.js';
import { readSafetensors } from '../../src/checkpoint/safetensors.js';
import { listPresets, type Gan, type Samples, type TensorMap } from '../../src/index.js';
import { sizeOf } from '../../src/ir/tensorType.js';
import { tensor } from '../conformance/tensors.js';
import { randomNumbers } from '../oracle/random.js';
import { smallFiles } from '../presets/support/smallFiles.js';
import { smallPreset } from '../presets/support/smallPreset.js';
import { loadModel, predict } from './loadModel.js';
import { difference, openGraphModel, openOnnx, sampleFeeds } from './networks.js';

const tolerance = 1e-5;

const files = smallFiles();
afterAll(() => {
  rmSync(files, { recursive: true });
});

/** Numbers for every fed input of a graph: 0.01 for single numbers, such as learning rates, else from [-1, 1) or 0 and 1. */
function feedsOf({ program }: Gan, graph: string): TensorMap {
  const next = randomNumbers(7);
  const draw = { float32: () => 2 * next() - 1, int32: () => 0, bool: () => Math.round(next()) };
  return new Map(
    program.inputs
      .filter((input) => input.graph === graph)
      .map(({ name, dtype, shape }) => {
        const numbers = Array.from({ length: sizeOf(shape) }, draw[dtype]);
        return [name, tensor(dtype, shape, shape.length === 0 ? [0.01] : numbers)];
      }),
  );
}

describe.each(listPresets().map(({ name }) => name))('%s', (name) => {
  const gan = smallPreset(name, files);
  const folder = mkdtempSync(join(tmpdir(), 'ganspec-export-'));
  let own: EngineSession;
  let state: TensorMap;
  let samples: Samples;

  beforeAll(async () => {
    const session = await gan.prepare({ seed: 5 });
    // Two steps, so that no statistic and no bias is still 0 or 1.
    for (let step = 0; step < 2; step += 1) await session.iterate();
    await gan.compileTo(folder, { state: await session.readState() });
    for (const target of ['onnx', 'tfjs'] as const) {
      await gan.exportTo(session, target, join(folder, target), { discriminator: true });
    }
    samples = await session.sample(64, { seed: 7 });
    await session.dispose();
    state = readSafetensors(readFileSync(join(folder, 'state.safetensors')), 'state');
    own = await onnxEngine.prepare(gan.program.graphs);
  }, 120_000);
  beforeAll(async () => {
    const names = gan.program.state.map((spec) => spec.name);
    await own.writeState(new Map([...state].filter(([key]) => names.includes(key))));
  });
  afterAll(async () => {
    await own.dispose();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['generator', 'sample', 'samples'],
    ['discriminator', 'score', 'scores'],
  ])('has the same %s for TensorFlow.js', async (network, graph, result) => {
    const [json, weights] = ['model.json', 'weights.bin'].map((file) =>
      readFileSync(join(folder, network, file)),
    );
    const model = await loadModel(json?.toString() ?? '', weights ?? new Uint8Array());
    const feeds = feedsOf(gan, graph);
    const expected = (await own.run(graph, feeds)).get(result);
    const { shape, data } = predict(model, feeds);
    model.dispose();
    expect(shape).toEqual(expected?.shape);
    expect(difference(data, expected?.data ?? [])).toBeLessThan(tolerance);
  });

  it('exports the same models', () => {
    const files = [
      ['onnx/generator.onnx', 'sample.onnx'],
      ['onnx/discriminator.onnx', 'score.onnx'],
      ['tfjs/generator/model.json', 'generator/model.json'],
      ['tfjs/generator/weights.bin', 'generator/weights.bin'],
      ['tfjs/discriminator/model.json', 'discriminator/model.json'],
      ['tfjs/discriminator/weights.bin', 'discriminator/weights.bin'],
    ];
    for (const [exported, compiled] of files) {
      const [one, other] = [exported, compiled].map((file = '') =>
        readFileSync(join(folder, file)),
      );
      expect(one?.equals(other ?? Buffer.of()), exported).toBe(true);
    }
  });

  it('gives the samples of a session in batches of 1, 3 and 64', async () => {
    const networks = [await openOnnx(folder, 'sample'), await openGraphModel(folder, 'generator')];
    const [, ...one] = samples.shape;
    for (const count of [1, 3, 64]) {
      const expected = samples.data.subarray(0, count * sizeOf(one));
      for (const network of networks) {
        const { shape, data } = await network.run(sampleFeeds(gan, count, 7));
        expect(shape).toEqual([count, ...one]);
        expect(difference(data, expected)).toBeLessThan(tolerance);
      }
    }
    await Promise.all(networks.map(({ release }) => release()));
  }, 120_000);

  it('has the same graphs for onnxruntime', async () => {
    const record = JSON.parse(
      readFileSync(join(folder, 'artefacts.json'), 'utf8'),
    ) as ArtefactRecord;
    expect(Object.keys(record.models)).toEqual(gan.program.graphs.map((graph) => graph.name));
    for (const [graph, { file, inputs, outputs }] of Object.entries(record.models)) {
      const feeds = feedsOf(gan, graph);
      await own.writeState(
        new Map(gan.program.state.map(({ name: key }) => [key, demand(state, key)])),
      );
      const results = await own.run(graph, feeds);
      const after = await own.readState();

      const session = await InferenceSession.create(join(folder, file));
      const given = inputs.map(({ name: key, kind, dtype }) => {
        const { data, shape } = demand(kind === 'state' ? state : feeds, key);
        return [key, new Tensor(dtype, data, [...shape])] as const;
      });
      const found = await session.run(Object.fromEntries(given));
      expect(Object.keys(found).sort()).toEqual(outputs.map((output) => output.name).sort());
      for (const { name: key, kind } of outputs) {
        const output = found[key];
        const expected =
          kind === 'state' ? demand(after, key.replace('next/', '')) : demand(results, key);
        expect(output?.dims).toEqual(expected.shape);
        // The models have no tensors of text, whose data would be a list.
        const numbers = output?.data as Float32Array;
        expect(difference(numbers, expected.data), `${graph}: ${key}`).toBeLessThan(tolerance);
      }
      await session.release();
    }
  }, 120_000);
});

function demand<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw new Error(`there is no tensor named "${name}"`);
  return found;
}
