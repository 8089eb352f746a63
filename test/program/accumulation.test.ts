import { describe, expect, it } from 'vitest';
import { createCompiler, type GanSpec, type Session } from '../../src/index.js';
import { buildProgram } from '../../src/program/buildProgram.js';
import { compileTiny, prepareTiny, read, tinySpec } from './tinyGan.js';

/** No layer mixes samples, so that two batches of 4 make one of 8. */
const changes: Partial<GanSpec> = {
  generator: {
    layers: [
      { type: 'dense', units: 3, activation: 'tanh' },
      { type: 'dense', units: 2 },
    ],
  },
  discriminator: {
    layers: [
      { type: 'dense', units: 3, activation: 'tanh' },
      { type: 'dense', units: 1 },
    ],
  },
  loss: 'nonSaturating',
  penalties: [{ type: 'r1', weight: 2, every: 2 }],
  optimizers: { generator: { type: 'sgd', learningRate: 0.1 }, discriminator: 'adam' },
};
const training: GanSpec['training'] = {
  ema: { decay: 0.9 },
  gradientClip: { by: 'norm', limit: 0.5 },
};

const wave = (length: number, phase: number): number[] =>
  Array.from({ length }, (_, i) => Math.sin(phase + 0.7 * i));

/** All numbers of the state but the sums, in the order of the names. */
async function numbers(session: Session): Promise<readonly number[]> {
  const state = [...(await session.readState())].filter(
    ([name]) => !name.startsWith('accumulated/') && !name.startsWith('training/'),
  );
  return state.flatMap(([, { data }]) => [...data]);
}

async function sums(session: Session): Promise<readonly number[]> {
  const state = [...(await session.readState())];
  return state.flatMap(([name, { data }]) => (name.startsWith('accumulated/') ? [...data] : []));
}

const isZero = (values: readonly number[]): boolean => values.every((value) => value === 0);

describe.each(['tfjs', 'onnx'] as const)('two batches of 4 for one update, on %s', (engine) => {
  it('give the updates of one batch of 8', async () => {
    const options = { engine, seed: 1, threads: 1 } as const;
    const halves = await compileTiny({
      ...changes,
      training: { ...training, batchSize: 4, gradientAccumulation: 2 },
    }).prepare(options);
    const whole = await compileTiny({
      ...changes,
      training: { ...training, batchSize: 8 },
    }).prepare(options);
    const before = await numbers(halves);
    expect(before).toEqual(await numbers(whole));
    for (let update = 0; update < 3; update += 1) {
      const real = wave(16, update);
      const latent = wave(8, update + 0.5);
      for (const [step, feeds] of [
        ['discriminator', { real, latent }],
        ['generator', { latent }],
      ] as const) {
        const kept = await numbers(halves);
        const first = { latent: latent.slice(0, 4) };
        const second = { latent: latent.slice(4) };
        const isDiscriminator = step === 'discriminator';
        await halves.run(step, isDiscriminator ? { ...first, real: real.slice(0, 8) } : first);
        expect(await numbers(halves)).toEqual(kept);
        expect(isZero(await sums(halves))).toBe(false);
        await halves.run(step, isDiscriminator ? { ...second, real: real.slice(8) } : second);
        expect(isZero(await sums(halves))).toBe(true);
        await whole.run(step, feeds);
      }
    }
    const [found, expected] = [await numbers(halves), await numbers(whole)];
    expect(found).not.toEqual(before);
    expect(found).toHaveLength(expected.length);
    found.forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at] ?? NaN, 5);
    });
    await halves.dispose();
    await whole.dispose();
  });
});

describe('accumulation', () => {
  it('runs a step once for each batch, and counts lazy penalties by updates', async () => {
    const session = await prepareTiny({
      penalties: [{ type: 'r1', every: 2 }],
      training: { gradientAccumulation: 3, discriminatorSteps: 2 },
    });
    const acts: boolean[] = [];
    for (let run = 0; run < 9; run += 1) acts.push('r1' in (await session.run('discriminator')));
    expect(acts).toEqual([true, true, true, false, false, false, true, true, true]);
    await session.dispose();
    const { iteration } = compileTiny({
      training: { gradientAccumulation: 3, discriminatorSteps: 2 },
    }).program;
    expect(iteration.map(({ step, times }) => [step, times])).toEqual([
      ['discriminator', 6],
      ['generator', 3],
    ]);
  });

  it('takes another batch for each run of an iteration', async () => {
    const session = await prepareTiny(
      { training: { gradientAccumulation: 2 }, optimizers: {} },
      { 'discriminator/dense_0/kernel': [1, 0] },
    );
    const metrics = [await session.run('discriminator'), await session.run('discriminator')];
    expect(metrics[0]?.['realScore']).not.toBe(metrics[1]?.['realScore']);
    await session.dispose();
  });

  it('lets the state of a loss move with updates', async () => {
    const session = await prepareTiny(
      {
        discriminator: { layers: [{ type: 'dense', units: 2 }] },
        loss: { type: 'began', gamma: 0.5, lambda: 0.1 },
        training: { gradientAccumulation: 2 },
      },
      { 'discriminator/dense_0/kernel': [0, 0, 0, 0], 'discriminator/dense_0/bias': [0, 0] },
    );
    const kept: number[] = [];
    for (const size of [8, 2]) {
      await session.run('discriminator', { real: [size, size, size, size], latent: [0, 0] });
      kept.push(...(await read(session, 'loss/k')));
    }
    // Only the last batch moves k, by 0.1 · 0.5 · 2.
    expect(kept[0]).toBe(0);
    expect(kept[1]).toBeCloseTo(0.1, 6);
    await session.dispose();
  });

  it('makes an iteration of as many images as it takes: half-lives and schedules in images go by that', () => {
    const learningRate = { type: 'linear', unit: 'images', from: 1, to: 0, steps: 80 } as const;
    const compiler = createCompiler();
    const spec = tinySpec({
      optimizers: { generator: { type: 'sgd', learningRate } },
      training: { batchSize: 2, gradientAccumulation: 4, ema: { halfLife: 8, warmUp: false } },
    });
    const { scalars } = buildProgram(compiler.compile(spec).resolved, compiler.registry, (x) => x);
    const numbersOf = scalars.get('generator');
    const at = { step: 5, update: 5 };
    expect(numbersOf?.get('ema/decay')?.(at)).toBe(0.5);
    expect(numbersOf?.get('optimizer/generator/velocityRate')?.(at)).toBeCloseTo(0.5, 12);
  });
});
