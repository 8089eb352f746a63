/** Every preset trains: three iterations on a small data set change every trained tensor, and all numbers stay finite. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createCompiler, listPresets, type Gan, type TensorMap } from '../../src/index.js';
import { smallFiles } from './support/smallFiles.js';
import { smallPreset } from './support/smallPreset.js';

const files = smallFiles();
afterAll(() => {
  rmSync(files, { recursive: true });
});

/**
 * Names of the trained tensors that are the same in both states. Biases are left out: before a normalization, and as the
 * last of a discriminator whose loss sees differences of scores, they have no influence.
 */
function unchanged({ resolved }: Gan, before: TensorMap, after: TensorMap): string[] {
  return Object.values(resolved.networks).flatMap((network) =>
    network.layers.flatMap((layer) =>
      layer.parameters
        .filter(({ name, trainable }) => trainable && name !== 'bias')
        .map(({ name }) => `${network.name}/${layer.name}/${name}`)
        .filter((name) => isSame(before.get(name)?.data ?? [], after.get(name)?.data ?? [])),
    ),
  );
}

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

describe.each(listPresets())('preset $name', ({ name }) => {
  it('takes three steps, and its samples have the shape of the data', async () => {
    const gan = smallPreset(name, files);
    const session = await gan.prepare({ engine: 'onnx', seed: 3 });
    const before = await session.readState();
    const metrics: number[] = [];
    const losses: number[] = [];
    for (let step = 0; step < 3; step += 1) {
      const { discriminatorLoss = NaN, generatorLoss = NaN, ...others } = await session.iterate();
      losses.push(discriminatorLoss, generatorLoss);
      metrics.push(...Object.values(others));
    }
    expect([...losses, ...metrics].filter((value) => !Number.isFinite(value))).toEqual([]);
    expect(new Set(losses).size).toBe(losses.length);
    const after = await session.readState();
    expect(unchanged(gan, before, after)).toEqual([]);
    for (const [tensor, { data }] of after) expect(data.every(Number.isFinite), tensor).toBe(true);
    const samples = await session.sample(5);
    expect(samples.shape).toEqual([5, ...gan.resolved.data.shape]);
    expect(new Set(samples.data).size).toBeGreaterThan(5);
    await session.dispose();
  });

  it('names its paper and the differences from it', () => {
    const compiler = createCompiler({ dataDir: files });
    const { description, reference } = compiler.compile(compiler.read(name)).spec;
    expect(description?.length).toBeGreaterThan(20);
    expect(Object.keys(reference ?? {})).toEqual(expect.arrayContaining(['paper', 'note']));
  });
});
