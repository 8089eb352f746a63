import { describe, expect, it } from 'vitest';
import type { GanSpec } from '../../src/index.js';
import { compileTiny, prepareTiny, read, rounded } from './tinyGan.js';

describe('an iteration', () => {
  it.each<[GanSpec['training'], string]>([
    [{}, 'discriminator 1, generator 1'],
    [{ discriminatorSteps: 5 }, 'discriminator 5, generator 1'],
    [{ first: 'generator', discriminatorSteps: 2 }, 'generator 1, discriminator 2'],
    [{ update: 'simultaneous' }, 'joint 1'],
  ])('of %j runs %s', (training = {}, plan) => {
    const { iteration } = compileTiny({ training }).program;
    expect(iteration.map(({ step, times }) => `${step} ${times}`).join(', ')).toBe(plan);
  });

  it('counts the updates of each graph', async () => {
    const session = await prepareTiny({ training: { discriminatorSteps: 3 } });
    await session.iterate();
    await session.iterate();
    expect(session.step).toBe(2);
    expect(await read(session, 'training/step')).toEqual([2]);
    expect(await read(session, 'training/updates/discriminator')).toEqual([6]);
    expect(await read(session, 'training/updates/generator')).toEqual([2]);
    await session.dispose();
  });

  // D(x) = x·w + b and G(z) = c: descent at rate 1 takes w to w + mean real − c and c to c + w.
  const feeds = { real: [1, 0, 1, 0], latent: [0, 0] };
  const state = { 'discriminator/dense_0/kernel': [2, 0] };

  it('updates the second network against the first as updated', async () => {
    const session = await prepareTiny({}, state);
    await session.run('discriminator', feeds);
    await session.run('generator', { latent: [0, 0] });
    expect(rounded(await read(session, 'discriminator/dense_0/kernel'))).toEqual([3, 0]);
    expect(rounded(await read(session, 'generator/dense_0/bias'))).toEqual([3, 0]);
    await session.dispose();
  });

  it('updates both networks against each other as they were, where it is simultaneous', async () => {
    const session = await prepareTiny({ training: { update: 'simultaneous' } }, state);
    const metrics = await session.run('joint', feeds);
    expect(metrics).toEqual({
      realScore: 2,
      fakeScore: 0,
      discriminatorLoss: -2,
      generatorLoss: -0,
    });
    expect(rounded(await read(session, 'discriminator/dense_0/kernel'))).toEqual([3, 0]);
    expect(rounded(await read(session, 'generator/dense_0/bias'))).toEqual([2, 0]);
    await session.dispose();
  });
});

describe('the passes of a step', () => {
  const feeds = { real: [3, 5, 3, 5], latent: [0, 0] };

  it('take the first half of a dropout mask for real samples and the second for generated ones', async () => {
    const discriminator: GanSpec['discriminator'] = {
      layers: ['dropout', { type: 'dense', units: 1 }],
    };
    const state = { 'discriminator/dense_0/kernel': [1, 1], 'generator/dense_0/bias': [1, 2] };
    const session = await prepareTiny({ discriminator }, state);
    // Rate 0.5: what is kept is doubled.
    const metrics = await session.run('discriminator', {
      ...feeds,
      'discriminator/dropout_0/keep': [1, 0, 1, 0, 0, 1, 0, 1],
    });
    expect(metrics).toMatchObject({ realScore: 6, fakeScore: 4 });
    await session.dispose();
  });

  it('add noise of the given deviation to all that the discriminator sees, real samples first', async () => {
    const state = { 'discriminator/dense_0/kernel': [1, 0] };
    const session = await prepareTiny({ training: { instanceNoise: 0.5 } }, state);
    const metrics = await session.run('discriminator', {
      ...feeds,
      'discriminator/noise': [2, 9, 2, 9, -4, 9, -4, 9],
    });
    expect(metrics).toMatchObject({ realScore: 4, fakeScore: -2 });
    await session.dispose();
  });
});

describe('running statistics', () => {
  const changes: Partial<GanSpec> = {
    generator: { layers: [{ type: 'dense', units: 2 }, 'batchNorm'] },
    discriminator: { layers: ['batchNorm', { type: 'dense', units: 1 }] },
  };
  const names = {
    generator: 'generator/batchNorm_0/movingMean',
    discriminator: 'discriminator/batchNorm_0/movingMean',
  };

  it.each([
    ['discriminator', 'generator'],
    ['generator', 'discriminator'],
  ] as const)('of the %s move in its step, those of the %s stay', async (trained, other) => {
    const session = await prepareTiny(changes, { 'generator/dense_0/bias': [1, 1] });
    await session.run(trained);
    expect(await read(session, names[trained])).not.toEqual([0, 0]);
    expect(await read(session, names[other])).toEqual([0, 0]);
    await session.dispose();
  });

  it('of both networks move in a joint step', async () => {
    const training = { update: 'simultaneous' } as const;
    const session = await prepareTiny(
      { ...changes, training },
      { 'generator/dense_0/bias': [1, 1] },
    );
    await session.run('joint');
    expect(await read(session, names.generator)).not.toEqual([0, 0]);
    expect(await read(session, names.discriminator)).not.toEqual([0, 0]);
    await session.dispose();
  });
});
