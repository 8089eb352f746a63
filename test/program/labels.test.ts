/** Conditional GANs train alike in both engines. */
import { describe, expect, it } from 'vitest';
import { createCompiler, type EngineName, type GanSpec, type TensorMap } from '../../src/index.js';
import { conditionalGans } from './conditionalGans.js';

async function trained(spec: GanSpec, engine: EngineName) {
  const session = await createCompiler().compile(spec).prepare({ engine, seed: 4 });
  const before = await session.readState();
  const metrics = [await session.iterate(), await session.iterate()];
  const state = await session.readState();
  const samples = await session.sample(4);
  await session.dispose();
  return { before, metrics, state, samples };
}

function expectAlike(found: TensorMap, expected: TensorMap): void {
  expect([...found.keys()]).toEqual([...expected.keys()]);
  for (const [name, { data }] of found) {
    const wanted = expected.get(name)?.data ?? [];
    expect(data).toHaveLength(wanted.length);
    data.forEach((value, at) => {
      expect(value, name).toBeCloseTo(wanted[at] ?? NaN, 4);
    });
  }
}

describe.each(Object.entries(conditionalGans))('a GAN with %s', (_way, spec) => {
  it('trains alike on onnxruntime and in TensorFlow.js', async () => {
    const [onnx, tfjs] = [await trained(spec, 'onnx'), await trained(spec, 'tfjs')];
    onnx.metrics.forEach((metrics, at) => {
      expect(Object.keys(metrics)).toEqual(Object.keys(tfjs.metrics[at] ?? {}));
      for (const [name, value] of Object.entries(metrics)) {
        expect(value, name).toBeCloseTo(tfjs.metrics[at]?.[name] ?? NaN, 4);
      }
    });
    expectAlike(onnx.state, tfjs.state);
    expectAlike(new Map([['samples', onnx.samples]]), new Map([['samples', tfjs.samples]]));
  });

  it('trains every parameter', async () => {
    const { before, state } = await trained(spec, 'tfjs');
    const still = [...state]
      .filter(([name]) => /^(?:generator|discriminator|recognition)\//.test(name))
      .filter(([name, { data }]) => data.join() === before.get(name)?.data.join())
      .map(([name]) => name);
    expect(still).toEqual([]);
  });
});
