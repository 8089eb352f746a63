import { describe, expect, it } from 'vitest';
import { definePenalty, tf } from '../../src/index.js';
import { prepareTiny, read, rounded } from './tinyGan.js';

const feeds = { real: [0, 0, 0, 0], latent: [0, 0] };

describe("a penalty on the generator's loss", () => {
  const penalties = [{ type: 'weightDecay', network: 'generator', weight: 0.1 } as const];
  const state = { 'generator/dense_0/kernel': [3, 4] };

  it('moves the generator and shows its value, and is no matter of the discriminator', async () => {
    const session = await prepareTiny({ penalties }, state);
    const discriminator = await session.run('discriminator', feeds);
    expect(discriminator).not.toHaveProperty('weightDecay');
    expect(await read(session, 'generator/dense_0/kernel')).toEqual([3, 4]);
    const { generatorLoss, weightDecay } = await session.run('generator', { latent: [0, 0] });
    // ½ (3² + 4²), times 0.1; the samples score 0.
    expect(weightDecay).toBe(12.5);
    expect(generatorLoss).toBeCloseTo(1.25, 6);
    // k − 0.1 · k
    expect(rounded(await read(session, 'generator/dense_0/kernel'))).toEqual([2.7, 3.6]);
    await session.dispose();
  });

  it('does the same in a joint step', async () => {
    const session = await prepareTiny({ penalties, training: { update: 'simultaneous' } }, state);
    expect(await session.run('joint', feeds)).toMatchObject({ weightDecay: 12.5 });
    expect(rounded(await read(session, 'generator/dense_0/kernel'))).toEqual([2.7, 3.6]);
    await session.dispose();
  });
});

describe('a penalty on both losses', () => {
  // G(z) = (z, 0) and D(x) = 2·x₁: with Δ = 0.5 · (2, −2) the samples change by (±1, 0) and the scores by ±2.
  const penalties = [
    { type: 'consistency', mode: 'zcr', radius: 0.5, weight: 3, generatorWeight: 0.5 } as const,
  ];
  const state = { 'generator/dense_0/kernel': [1, 0], 'discriminator/dense_0/kernel': [2, 0] };
  const change = { 'consistency/change': [2, -2] };

  it('has a weight for each', async () => {
    const session = await prepareTiny({ penalties }, state);
    const still = { 'optimizer/discriminator/velocityRate': [0] };
    const first = await session.run('discriminator', { ...feeds, ...change, ...still });
    expect(first).toMatchObject({ consistency: 4, discriminatorLoss: 12 });
    const second = await session.run('generator', { latent: [0, 0], ...change });
    // −(1 + 0 + 1 + 0) / 4
    expect(second).toMatchObject({ consistencyGenerator: -0.5, generatorLoss: -0.25 });
    await session.dispose();
  });

  it('shows both values of a joint step', async () => {
    const session = await prepareTiny({ penalties, training: { update: 'simultaneous' } }, state);
    expect(await session.run('joint', { ...feeds, ...change })).toMatchObject({
      consistency: 4,
      consistencyGenerator: -0.5,
      discriminatorLoss: 12,
      generatorLoss: -0.25,
    });
    await session.dispose();
  });
});

describe('a penalty on latents beside codes', () => {
  // G(z, one-hot) = z · (1, 0) + one-hot · ((10, 0), (0, 10))
  const labels = { codes: { categorical: [2] } };
  const state = {
    'generator/dense_0/kernel': [1, 0, 10, 0, 0, 10],
    'discriminator/dense_0/kernel': [2, 0],
    'recognition/codes_output/kernel': [0, 0, 0, 0],
  };
  const codes = { 'codes/categorical_0': [1, 0, 0, 1] };

  it('compares the latents of modeSeeking alone, at the same codes', async () => {
    const session = await prepareTiny({ labels, penalties: ['modeSeeking'] }, state);
    const others = { 'modeSeeking/otherLatent': [2, 4] };
    const { modeSeeking } = await session.run('generator', { latent: [0, 0], ...codes, ...others });
    // Latents are 2 and 4 apart, samples (2, 0) and (4, 0): E = 3 and 1.5.
    expect(modeSeeking).toBeCloseTo(1 / (1.5 / 3 + 1e-5), 5);
    await session.dispose();
  });

  it('changes the latents of zcr alone', async () => {
    const penalty = { type: 'consistency', mode: 'zcr', radius: 0.5 } as const;
    const session = await prepareTiny({ labels, penalties: [penalty] }, state);
    const change = { 'consistency/change': [2, -2] };
    const still = { 'optimizer/discriminator/velocityRate': [0] };
    const first = await session.run('discriminator', { ...feeds, ...codes, ...change, ...still });
    // Samples move by (±1, 0), scores by ±2.
    expect(first).toMatchObject({ consistency: 4 });
    const second = await session.run('generator', { latent: [0, 0], ...codes, ...change });
    expect(second).toMatchObject({ consistencyGenerator: -0.5 });
    await session.dispose();
  });
});

describe('the weights of a loss', () => {
  // mean real = (2, 0), so that D's loss is −2 and its gradient in w is (−2, 0); G(z) = 0, its gradient in c is −w.
  const loss = { type: 'wasserstein', discriminatorWeight: 3, generatorWeight: 0.5 } as const;
  const real = [1, 0, 3, 0];

  it('scale what each network minimises', async () => {
    const session = await prepareTiny({ loss }, { 'discriminator/dense_0/kernel': [1, 0] });
    const { discriminatorLoss } = await session.run('discriminator', { real, latent: [0, 0] });
    expect(discriminatorLoss).toBe(-6);
    expect(await read(session, 'discriminator/dense_0/kernel')).toEqual([7, 0]);
    await session.run('generator', { latent: [0, 0] });
    expect(await read(session, 'generator/dense_0/bias')).toEqual([3.5, 0]);
    await session.dispose();
  });

  it('leave penalties as they are', async () => {
    const penalties = [{ type: 'r1', weight: 2 } as const];
    const session = await prepareTiny(
      { loss, penalties },
      { 'discriminator/dense_0/kernel': [1, 0] },
    );
    const { discriminatorLoss } = await session.run('discriminator', { real, latent: [0, 0] });
    expect(discriminatorLoss).toBe(-6 + 2 * 0.5);
    await session.dispose();
  });

  it('may be driven by a schedule', async () => {
    const falling = { type: 'linear', from: 1, to: 0, steps: 2 } as const;
    const driven = { type: 'wasserstein', discriminatorWeight: falling } as const;
    const session = await prepareTiny({ loss: driven }, { 'discriminator/dense_0/kernel': [1, 0] });
    const still = { 'optimizer/discriminator/velocityRate': [0] };
    const lossNow = async (): Promise<unknown> =>
      (await session.run('discriminator', { real, latent: [0, 0], ...still }))['discriminatorLoss'];
    expect(await lossNow()).toBe(-2);
    const counted = new Map([
      ['training/step', { dtype: 'int32', shape: [], data: Int32Array.of(1) } as const],
    ]);
    await session.writeState(counted);
    expect(await lossNow()).toBe(-1);
    await session.dispose();
  });
});

describe('what a penalty keeps and reports', () => {
  it('is state and metrics under its name', async () => {
    const schema = {
      $id: 'acme/counting.schema.json',
      title: 'CountingPenalty',
      description: 'Made for a test.',
      type: 'object',
      required: ['type'],
      additionalProperties: false,
      properties: { type: { const: 'acme/counting' } },
      examples: [{ type: 'acme/counting' }],
    } as const;
    const counting = definePenalty({
      type: 'acme/counting',
      schema,
      perSample: false,
      state: () => ({ count: 1 }),
      value: ({ state, update, report, scores }) => {
        const { count = tf.scalar(NaN) } = state;
        update('count', tf.add(count, 1));
        report('twice', tf.mul(count, 2));
        return tf.mul(tf.mean(scores.real), 0);
      },
    });
    const changes = {
      penalties: [{ type: 'acme/counting', name: 'mine' }],
    } as unknown as Parameters<typeof prepareTiny>[0];
    const session = await prepareTiny(changes, {}, [counting]);
    expect(await session.run('discriminator', feeds)).toMatchObject({ mine: 0, 'mine/twice': 2 });
    expect(await session.run('discriminator', feeds)).toMatchObject({ mine: 0, 'mine/twice': 4 });
    expect(await read(session, 'mine/count')).toEqual([3]);
    await session.dispose();
  });

  it('lecam keeps the running means of both scores', async () => {
    const penalties = [{ type: 'lecam', weight: 1, decay: 0.5 } as const];
    const state = { 'discriminator/dense_0/kernel': [1, 0], 'generator/dense_0/bias': [-4, 0] };
    const session = await prepareTiny({ penalties }, state);
    const still = { 'optimizer/discriminator/velocityRate': [0] };
    const { lecam } = await session.run('discriminator', {
      real: [1, 0, 3, 0],
      latent: [0, 0],
      ...still,
    });
    expect(await read(session, 'lecam/meanReal')).toEqual([1]);
    expect(await read(session, 'lecam/meanFake')).toEqual([-2]);
    // Real scores 1 and 3 lie 3 and 5 above −2, generated ones of −4 lie 5 below 1: (9 + 25) / 2 + 25.
    expect(lecam).toBe(42);
    await session.dispose();
  });
});
