import { describe, expect, it } from 'vitest';
import type { GanSpec } from '../../src/index.js';
import { prepareTiny, read } from './tinyGan.js';

const k = 'generator/dense_0/kernel';
const latent = [3, 1, 4, 2];

/** G(z) = (z, 0) and D(x) = x₁, so that scores are the latents; what descent at rate 1 adds to the first weight of G. */
async function step(
  topK: NonNullable<GanSpec['training']>['topK'],
  changes: Partial<GanSpec> = {},
  state: Readonly<Record<string, readonly number[]>> = {},
  feeds: Readonly<Record<string, readonly number[]>> = {},
) {
  const start = { [k]: [1, 0], 'discriminator/dense_0/kernel': [1, 0], ...state };
  const training = { batchSize: 4, ...(topK !== undefined && { topK }) };
  const session = await prepareTiny({ ...changes, training }, start);
  const { generatorLoss = NaN } = await session.run('generator', { latent, ...feeds });
  const [after = NaN] = await read(session, k);
  await session.dispose();
  return { generatorLoss, moved: after - (start[k][0] ?? NaN) };
}

describe('the k best of a batch', () => {
  it.each([
    ['all', 1, 2.5],
    ['half', 0.5, 3.5],
    ['three quarters', 0.75, 3],
    ['0.6 · 4, rounded down', 0.6, 3.5],
    ['0.63 · 4, rounded up', 0.63, 3],
    ['one at least', 0.01, 4],
  ])('teach the generator by their mean: %s', async (_what, topK, mean) => {
    const { generatorLoss, moved } = await step(topK);
    expect(moved).toBeCloseTo(mean, 5);
    // What is shown is the loss of the whole batch.
    expect(generatorLoss).toBe(-2.5);
  });

  it('are the first where scores are equal', async () => {
    const { moved } = await step(0.5, {}, { [k]: [0, 1] });
    expect(moved).toBeCloseTo((3 + 1) / 2, 5);
  });

  it('count by the derivatives of the loss at their own scores', async () => {
    const { moved } = await step(0.5, { loss: 'nonSaturating' });
    const derivative = (score: number): number => 1 / (1 + Math.exp(score));
    expect(moved).toBeCloseTo((derivative(4) * 4 + derivative(3) * 3) / 2, 5);
  });

  it('keep the real samples that a loss pairs them with', async () => {
    // D(x) = x₁: real scores 0, 0, 1, 0; the pairs of the generated 4 and 3.
    const real = [0, 0, 0, 0, 1, 0, 0, 0];
    const { moved } = await step(0.5, { loss: 'relativistic' }, {}, { real });
    const derivative = (distance: number): number => 1 / (1 + Math.exp(distance));
    expect(moved).toBeCloseTo((derivative(4 - 1) * 4 + derivative(3) * 3) / 2, 5);
  });

  it('may be a share that a schedule drives', async () => {
    const topK = { type: 'linear', from: 1, to: 0.5, steps: 10 } as const;
    expect((await step(topK)).moved).toBeCloseTo(2.5, 5);
    const given = await step(topK, {}, {}, { 'training/topK': [0.5] });
    expect(given.moved).toBeCloseTo(3.5, 5);
  });

  it('are those that are reconstructed best, where the loss takes reconstruction errors', async () => {
    const { moved } = await step(
      0.5,
      { loss: 'ebgan', discriminator: { layers: [{ type: 'dense', units: 2 }] } },
      { 'discriminator/dense_0/kernel': [0, 0, 0, 0], 'discriminator/dense_0/bias': [0, 0] },
    );
    // The errors are z² / 2, their derivatives z²: those of 1 and 2 are the lowest.
    expect(moved).toBeCloseTo(-(1 + 4) / 2, 5);
  });

  it('matter to the generator alone', async () => {
    const session = await prepareTiny(
      { training: { batchSize: 4, topK: 0.5 } },
      { [k]: [1, 0], 'discriminator/dense_0/kernel': [1, 0] },
    );
    await session.run('discriminator', { real: [0, 0, 0, 0, 0, 0, 0, 0], latent });
    expect(await read(session, 'discriminator/dense_0/kernel')).toEqual([1 - 2.5, 0]);
    await session.dispose();
  });
});
