import { describe, expect, it } from 'vitest';
import type { GanSpec, Session } from '../../src/index.js';
import { prepareTiny, read, rounded } from './tinyGan.js';

const bias = 'discriminator/dense_0/bias';
const probability = 'training/augmentProbability';

function imageGan(start: number, training: GanSpec['training'] = {}): Partial<GanSpec> {
  const augment = {
    policy: ['brightness' as const],
    probability: start,
    target: 0.6,
    images: 8,
  };
  return {
    data: { type: 'noise', shape: [1, 2, 1], count: 8 },
    generator: {
      layers: [
        { type: 'dense', units: 2 },
        { type: 'reshape', shape: [1, 2, 1] },
      ],
    },
    discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
    loss: 'nonSaturating',
    training: { augment, ...training },
  };
}

/** The discriminator sees nothing of the samples: every score is its bias. */
function prepare(sign: number, start: number, training: GanSpec['training'] = {}) {
  return prepareTiny(imageGan(start, training), { [bias]: [sign] });
}

const feeds = { real: [0, 0, 0, 0], latent: [0, 0] };

async function probabilities(session: Session, updates: number): Promise<number[]> {
  const found: number[] = [];
  for (let update = 0; update < updates; update += 1) {
    const held = { 'optimizer/discriminator/velocityRate': [0] };
    const metrics = await session.run('discriminator', { ...feeds, ...held });
    found.push(...(await read(session, probability)));
    expect(metrics['augmentProbability']).toBe(found.at(-1));
  }
  await session.dispose();
  return [...rounded(found)];
}

describe('an adapted probability', () => {
  it('rises by batch / images while real scores are mostly positive, up to 1', async () => {
    expect(await probabilities(await prepare(1, 0), 5)).toEqual([0.25, 0.5, 0.75, 1, 1]);
  });

  it('falls while they are not, down to 0', async () => {
    expect(await probabilities(await prepare(-1, 0.4), 3)).toEqual([0.15, 0, 0]);
  });

  it('falls at a mean sign of 0, which is below the target', async () => {
    expect(await probabilities(await prepare(0, 0.5), 1)).toEqual([0.25]);
  });

  it('depends on real scores alone', async () => {
    const session = await prepareTiny(imageGan(0.5), {
      'discriminator/dense_0/kernel': [1, 0],
      'generator/dense_0/bias': [1, 0],
    });
    // Real samples score −1, generated ones 1.
    await session.run('discriminator', { real: [-1, 0, -1, 0], latent: [0, 0] });
    expect(await read(session, probability)).toEqual([0.25]);
    await session.dispose();
  });

  it('stays in the step of the generator, and decides what happens there', async () => {
    const session = await prepare(1, 0.5);
    const changed = await session.run('generator', { latent: [0, 0] });
    expect(changed).not.toHaveProperty('augmentProbability');
    expect(await read(session, probability)).toEqual([0.5]);
    await session.dispose();
  });

  it('moves in joint steps', async () => {
    const session = await prepare(1, 0, { update: 'simultaneous' });
    await session.run('joint', feeds);
    expect(await read(session, probability)).toEqual([0.25]);
    await session.dispose();
  });

  it('moves by the images of each batch, where several make an update', async () => {
    const session = await prepare(1, 0, { gradientAccumulation: 2 });
    await session.run('discriminator', feeds);
    expect(await read(session, probability)).toEqual([0.25]);
    await session.run('discriminator', feeds);
    expect(await read(session, probability)).toEqual([0.5]);
    await session.dispose();
  });

  it('applies to the changes of the current step', async () => {
    const state = { 'discriminator/dense_0/kernel': [1, 0], [bias]: [1] };
    const session = await prepareTiny(imageGan(0), state);
    const draws = {
      'augment/brightness/shift': [0.5, 0.5, 0.5, 0.5],
      'augment/brightness/chance': [0.1, 0.1, 0.1, 0.1],
      'optimizer/discriminator/velocityRate': [0],
    };
    // 0 at first, 0.25 after the update.
    expect(await session.run('discriminator', { ...feeds, ...draws })).toMatchObject({
      realScore: 1,
    });
    expect(await session.run('discriminator', { ...feeds, ...draws })).toMatchObject({
      realScore: 1.5,
    });
    await session.dispose();
  });
});
