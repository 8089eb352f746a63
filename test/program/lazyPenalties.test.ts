import { describe, expect, it } from 'vitest';
import type { GanSpec, Session } from '../../src/index.js';
import { compileTiny, prepareTiny, read } from './tinyGan.js';

// D(x) = x·w + b: its gradient is w everywhere, so that r1 and r2 are ½ ‖w‖² = 2.5.
const kernel = { 'discriminator/dense_0/kernel': [1, 2] };

/** Without descent, so that all updates see the same weights; all samples are 0 and so are their scores. */
function still(session: Session): ReturnType<Session['run']> {
  return session.run('discriminator', {
    real: [0, 0, 0, 0],
    latent: [0, 0],
    'optimizer/discriminator/velocityRate': [0],
  });
}

async function updates(penalties: GanSpec['penalties'] = [], count: number) {
  const session = await prepareTiny({ penalties }, kernel);
  const results = [];
  for (let update = 0; update < count; update += 1) results.push(await still(session));
  await session.dispose();
  return results;
}

describe('a penalty on every n-th update', () => {
  it('counts n-fold there, and is neither in the loss nor in the results elsewhere', async () => {
    const results = await updates([{ type: 'r1', weight: 10, every: 3 }], 4);
    // 2.5, times the weight 10, times n = 3
    expect(results.map(({ discriminatorLoss }) => discriminatorLoss)).toEqual([75, 0, 0, 75]);
    expect(results.map((one) => one['r1'])).toEqual([2.5, undefined, undefined, 2.5]);
  });

  it('falls together with another one where both are due', async () => {
    const penalties: GanSpec['penalties'] = [
      { type: 'r1', weight: 1, every: 4 },
      { type: 'r2', weight: 1, every: 16 },
    ];
    const losses = (await updates(penalties, 17)).map((one) => one['discriminatorLoss']);
    const both = 2.5 * 4 + 2.5 * 16;
    expect(losses).toEqual([both, 0, 0, 0, 10, 0, 0, 0, 10, 0, 0, 0, 10, 0, 0, 0, both]);
  });

  it('stands beside one that always acts', async () => {
    const penalties: GanSpec['penalties'] = [
      { type: 'r1', weight: 1, every: 2 },
      { type: 'r2', weight: 2 },
    ];
    const losses = (await updates(penalties, 3)).map((one) => one['discriminatorLoss']);
    expect(losses).toEqual([10, 5, 10]);
  });

  it('costs nothing elsewhere: its inputs belong to its own graph', () => {
    const { program } = compileTiny({
      discriminator: { layers: [{ type: 'dense', units: 1, activation: 'softplus' }] },
      penalties: [{ type: 'gradientPenalty', every: 4 }],
    });
    expect(program.graphs.map(({ name }) => name)).toEqual([
      'discriminator',
      'discriminator_gradientPenalty',
      'generator',
      'sample',
      'score',
    ]);
    const mixing = program.inputs.filter(({ name }) => name === 'gradientPenalty/mix');
    expect(mixing.map(({ graph }) => graph)).toEqual(['discriminator_gradientPenalty']);
  });

  it('gives all graphs of a step the same random streams', () => {
    const { program } = compileTiny({ penalties: [{ type: 'r1', every: 4 }] });
    const latents = program.inputs.filter(({ name, graph }) => {
      return name === 'latent' && graph.startsWith('discriminator');
    });
    expect(latents.map(({ graph }) => graph)).toEqual(['discriminator', 'discriminator_r1']);
    expect(latents.map(({ source }) => source)).toMatchObject([
      { stream: 'discriminator/latent' },
      { stream: 'discriminator/latent' },
    ]);
  });

  it('makes both halves of an extra-gradient update lazy', () => {
    const { program } = compileTiny({
      penalties: [{ type: 'r1', every: 4 }],
      training: { update: 'extraGradient' },
    });
    expect(program.graphs.map(({ name }) => name)).toEqual([
      'extrapolation',
      'extrapolation_r1',
      'joint',
      'joint_r1',
      'sample',
      'score',
    ]);
  });
});

describe('a lazy penalty on the generator', () => {
  it('acts on every n-th of its updates, and keeps its state between them', async () => {
    const session = await prepareTiny(
      {
        generator: {
          layers: [
            { type: 'dense', units: 2 },
            { type: 'dense', units: 2 },
          ],
        },
        penalties: [{ type: 'pathLength', layer: 'dense_0', weight: 1, decay: 0.5, every: 2 }],
      },
      { 'generator/dense_1/kernel': [1, 0, 0, 1] },
    );
    const losses: number[] = [];
    const lengths: number[] = [];
    for (let update = 0; update < 3; update += 1) {
      const noise = update === 1 ? {} : { 'pathLength/noise': [3, 4, 0, 0] };
      const { generatorLoss = NaN } = await session.run('generator', {
        latent: [0, 0],
        'optimizer/generator/velocityRate': [0],
        ...noise,
      });
      losses.push(generatorLoss);
      lengths.push(...(await read(session, 'pathLength/meanLength')));
    }
    await session.dispose();
    // Through the identity the gradients are the noise, of lengths 5 and 0: their mean 2.5 moves a to 1.25, then to 1.875.
    const values = [(3.75 ** 2 + 1.25 ** 2) / 2, (3.125 ** 2 + 1.875 ** 2) / 2];
    expect(losses[0]).toBeCloseTo(2 * (values[0] ?? NaN), 4);
    expect(losses[1]).toBeCloseTo(0, 6);
    expect(losses[2]).toBeCloseTo(2 * (values[1] ?? NaN), 4);
    expect(lengths[0]).toBeCloseTo(1.25, 5);
    expect(lengths[1]).toBe(lengths[0]);
    expect(lengths[2]).toBeCloseTo(1.875, 5);
  });
});
