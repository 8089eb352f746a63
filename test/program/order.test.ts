import { describe, expect, it } from 'vitest';
import type { GanSpec, Metrics, Session, StepName } from '../../src/index.js';
import { compileTiny, prepareTiny, read } from './tinyGan.js';

const w = 'discriminator/dense_0/kernel';

/** G(z) = (z, 0) and D(x) = x₁, so that scores tell which numbers were drawn. */
const telling = { [w]: [1, 0], 'generator/dense_0/kernel': [1, 0] };

/** A run that shows its scores and moves nothing. */
function still(session: Session, step: StepName): Promise<Metrics> {
  return session.run(step, { [`optimizer/${step}/velocityRate`]: [0] });
}

describe('the order of updates', () => {
  it.each<[GanSpec['training'], string]>([
    [{ generatorSteps: 2 }, 'discriminator 1, generator 2'],
    [{ first: 'generator', generatorSteps: 3 }, 'generator 3, discriminator 1'],
    [{ gradientAccumulation: 2, discriminatorSteps: 3 }, 'discriminator 6, generator 2'],
    [{ update: 'extraGradient' }, 'extrapolation 1, joint 1'],
    [{ update: 'simultaneous', gradientAccumulation: 2 }, 'joint 2'],
  ])('of %j is %s', (training = {}, plan) => {
    const { iteration } = compileTiny({ training }).program;
    expect(iteration.map(({ step, times }) => `${step} ${times}`).join(', ')).toBe(plan);
  });

  it('begins with the network that is to be first', async () => {
    const session = await prepareTiny({ training: { first: 'generator' } }, { [w]: [2, 0] });
    await session.iterate();
    expect(await read(session, w)).not.toEqual([2, 0]);
    // The bias moves by w as it was before the discriminator's step.
    expect(await read(session, 'generator/dense_0/bias')).toEqual([2, 0]);
    await session.dispose();
  });

  it('updates the generator several times', async () => {
    const session = await prepareTiny({ training: { generatorSteps: 3 } });
    await session.iterate();
    const [gradient = NaN] = await read(session, w);
    const [bias = NaN] = await read(session, 'generator/dense_0/bias');
    expect(gradient).not.toBe(0);
    // The discriminator moved first and stays: each of three updates adds w.
    expect(bias).toBeCloseTo(3 * gradient, 5);
    expect(await read(session, 'training/updates/generator')).toEqual([3]);
    await session.dispose();
  });
});

describe('latent vectors', () => {
  it("that are reused are those of the discriminator's last update in the iteration", async () => {
    const training = { latents: 'reused', discriminatorSteps: 3 } as const;
    const session = await prepareTiny({ training }, telling);
    for (let iteration = 0; iteration < 3; iteration += 1) {
      await still(session, 'discriminator');
      await still(session, 'discriminator');
      const { fakeScore = NaN } = await still(session, 'discriminator');
      const { generatorLoss = NaN } = await still(session, 'generator');
      expect(generatorLoss).toBe(-fakeScore);
    }
    await session.dispose();
  });

  it('are others where they are fresh', async () => {
    const session = await prepareTiny({}, telling);
    const { fakeScore = NaN } = await still(session, 'discriminator');
    const { generatorLoss = NaN } = await still(session, 'generator');
    expect(generatorLoss).not.toBe(-fakeScore);
    await session.dispose();
  });

  it('are reused with the classes and codes that belong to them', () => {
    const { inputs } = compileTiny({
      data: { type: 'shapes', size: 8, count: 8 },
      generator: {
        layers: [
          { type: 'dense', units: 192 },
          { type: 'reshape', shape: [8, 8, 3] },
        ],
      },
      discriminator: {
        layers: ['flatten', { type: 'dense', units: 2 }, { type: 'dense', units: 1 }],
      },
      labels: { generator: 'concat', codes: { categorical: [3], continuous: 1 } },
      training: { latents: 'reused', discriminatorSteps: 2 },
    }).program;
    const draws = inputs
      .filter(({ graph, source }) => graph === 'generator' && source.kind === 'random')
      .map(({ name, source }) => ({ name, ...source }));
    expect(draws.map(({ name }) => name).sort()).toEqual([
      'codes/categorical_0',
      'codes/continuous',
      'labels',
      'latent',
    ]);
    for (const draw of draws) {
      expect(draw).toMatchObject({ stream: `discriminator/${draw.name}`, every: 2, offset: 1 });
    }
  });
});

describe('real batches', () => {
  const scoresOf = async (training: GanSpec['training'], runs: number): Promise<number[]> => {
    const session = await prepareTiny({ training: training ?? {} }, telling);
    const scores: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      scores.push((await still(session, 'discriminator'))['realScore'] ?? NaN);
    }
    await session.dispose();
    return scores;
  };

  it('are new for each update', async () => {
    const scores = await scoresOf({ discriminatorSteps: 3 }, 6);
    expect(new Set(scores).size).toBe(6);
  });

  it('that are repeated serve all updates of an iteration', async () => {
    const scores = await scoresOf({ discriminatorSteps: 3, realBatches: 'repeated' }, 6);
    const [a, , , b] = scores;
    expect(a).not.toBe(b);
    expect(scores).toEqual([a, a, a, b, b, b]);
  });
});
