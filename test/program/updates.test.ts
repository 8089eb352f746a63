import { describe, expect, it } from 'vitest';
import { compileTiny, prepareTiny, read, rounded } from './tinyGan.js';

// D(x) = x·w + b with the loss mean D(G(z)) − mean D(real): its gradient in w is mean G(z) − mean real, in b it is 0.
const kernel = 'discriminator/dense_0/kernel';
const bias = 'generator/dense_0/bias';

describe('gradient clipping', () => {
  // mean real = (3, 0) and G(z) = (0, −4): the gradient is (−3, −4), whose norm is 5.
  const feeds = { real: [2, -1, 4, 1], latent: [0, 0] };
  const state = { [bias]: [0, -4] };

  it.each([
    ['nothing', null, [3, 4]],
    ['the norm, all parameters together', { by: 'norm', limit: 1 }, [0.6, 0.8]],
    ['the norm, and leaves smaller ones as they are', { by: 'norm', limit: 6 }, [3, 4]],
    ['each value', { by: 'value', limit: 3.5 }, [3, 3.5]],
  ] as const)('limits %s', async (_what, gradientClip, expected) => {
    const session = await prepareTiny({ training: { gradientClip } }, state);
    await session.run('discriminator', feeds);
    expect(rounded(await read(session, kernel))).toEqual(expected);
    await session.dispose();
  });
});

describe('a network without weights', () => {
  it('is left as it is, also by gradient clipping', async () => {
    const gan = compileTiny({
      latent: { dim: 2 },
      generator: { layers: ['tanh'] },
      training: { gradientClip: { limit: 1 }, gradientAccumulation: 2, ema: {} },
    });
    const session = await gan.prepare({ engine: 'tfjs', seed: 1, threads: 1 });
    const metrics = await session.iterate();
    expect(Object.values(metrics).every(Number.isFinite)).toBe(true);
    await session.dispose();
  });
});

describe('averages of the generator', () => {
  // With w = (1, 2) held fixed, each update at rate 1 adds (1, 2) to the generator's bias.
  const state = { [kernel]: [1, 2], [`ema/${bias}`]: [0, 0] };

  it('follow with decay 1/10, 2/11, … while they warm up', async () => {
    const session = await prepareTiny({ training: { ema: { decay: 0.9 } } }, state);
    await session.run('generator', { latent: [0, 0] });
    // 0.1 · 0 + 0.9 · 1
    expect(rounded(await read(session, `ema/${bias}`))).toEqual([0.9, 1.8]);
    await session.run('generator', { latent: [0, 0] });
    // 2/11 · 0.9 + 9/11 · 2
    expect(rounded(await read(session, `ema/${bias}`))).toEqual([1.8, 3.6]);
    await session.dispose();
  });

  it('follow with the decay of the spec without warm-up', async () => {
    const training = { ema: { decay: 0.75, warmUp: false } };
    const session = await prepareTiny({ training }, state);
    await session.run('generator', { latent: [0, 0] });
    expect(rounded(await read(session, `ema/${bias}`))).toEqual([0.25, 0.5]);
    await session.dispose();
  });

  it('follow a scheduled decay', async () => {
    const decay = { type: 'constant', value: 0.5 } as const;
    const session = await prepareTiny({ training: { ema: { decay, warmUp: false } } }, state);
    await session.run('generator', { latent: [0, 0] });
    expect(rounded(await read(session, `ema/${bias}`))).toEqual([0.5, 1]);
    await session.dispose();
  });

  it('are what samples come from', async () => {
    const averaged = { ...state, [`ema/${bias}`]: [7, 8], 'ema/generator/dense_0/kernel': [0, 0] };
    const session = await prepareTiny({ training: { ema: {} } }, averaged);
    expect([...(await session.sample(1)).data]).toEqual([7, 8]);
    await session.dispose();
  });
});

describe('weight clipping', () => {
  const discriminator = { layers: ['batchNorm', { type: 'dense', units: 1 }] } as const;
  const feeds = { real: [100, 50, 300, 10], latent: [0, 0] };
  const limit = 0.01;

  it('bounds parameters and leaves running statistics alone', async () => {
    const penalties = [{ type: 'weightClip', limit } as const];
    const changes = { discriminator: { layers: [...discriminator.layers] }, penalties };
    const session = await prepareTiny(changes, { [kernel]: [1, -1] });
    await session.run('discriminator', feeds);
    const state = await session.readState();
    for (const name of [
      'dense_0/kernel',
      'dense_0/bias',
      'batchNorm_0/gamma',
      'batchNorm_0/beta',
    ]) {
      const largest = Math.max(
        ...(state.get(`discriminator/${name}`)?.data ?? [NaN]).map(Math.abs),
      );
      expect(largest).toBeLessThanOrEqual(Math.fround(limit));
    }
    // momentum 0.99, first the real batch of means (200, 30), then the generated one of mean 0.
    const mean = await read(session, 'discriminator/batchNorm_0/movingMean');
    expect(mean[0]).toBeCloseTo(0.99 * 0.01 * 200, 3);
    expect(mean[1]).toBeCloseTo(0.99 * 0.01 * 30, 3);
    await session.dispose();
  });

  it('acts on every n-th update only, and then within the bounds exactly', async () => {
    const penalties = [{ type: 'weightClip', limit, every: 2 } as const];
    const session = await prepareTiny({ penalties }, { [kernel]: [0, 0] });
    const after: number[] = [];
    for (let update = 0; update < 3; update += 1) {
      await session.run('discriminator', feeds);
      after.push((await read(session, kernel))[0] ?? NaN);
    }
    // The gradient in the first weight is −200 at rate 1.
    expect(after).toEqual([
      Math.fround(limit),
      Math.fround(Math.fround(limit) + 200),
      Math.fround(limit),
    ]);
    await session.dispose();
  });
});
