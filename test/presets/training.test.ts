/** Every preset trains: a few iterations on numbers of the right shape, whose losses move and stay finite. */
import { describe, expect, it } from 'vitest';
import { createCompiler, listPresets } from '../../src/index.js';

describe.each(listPresets())('preset $name', ({ name }) => {
  it('takes three steps, and its samples have the shape of the data', async () => {
    const compiler = createCompiler();
    const { data } = compiler.compile(compiler.read(name)).resolved;
    const noise = JSON.stringify({ type: 'noise', shape: data.shape, count: 64 });
    const gan = compiler.compile(
      compiler.read(name, { set: ['training.batchSize=8', `data=${noise}`] }),
    );
    const session = await gan.prepare({ engine: 'onnx', seed: 3 });
    const losses: number[] = [];
    for (let step = 0; step < 3; step += 1) {
      const { discriminatorLoss = NaN, generatorLoss = NaN } = await session.iterate();
      losses.push(discriminatorLoss, generatorLoss);
    }
    expect(losses.every(Number.isFinite)).toBe(true);
    expect(new Set(losses).size).toBe(losses.length);
    const samples = await session.sample(5);
    expect(samples.shape).toEqual([5, ...data.shape]);
    expect(new Set(samples.data).size).toBeGreaterThan(5);
    await session.dispose();
  });

  it('says which paper it follows and what differs', () => {
    const { description, reference } = createCompiler().compile(createCompiler().read(name)).spec;
    expect(description?.length).toBeGreaterThan(20);
    expect(Object.keys(reference ?? {})).toEqual(expect.arrayContaining(['paper', 'note']));
  });
});
