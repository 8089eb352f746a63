import { describe, expect, it } from 'vitest';
import { createCompiler, type GanSpec } from '../../src/index.js';
import { buildProgram } from '../../src/program/buildProgram.js';
import { prepareTiny, read, rounded, tinySpec } from './tinyGan.js';

type Ema = NonNullable<NonNullable<GanSpec['training']>['ema']>;

/** The decay at an iteration and an update of the generator. */
function decays(ema: Ema, training: GanSpec['training'] = {}) {
  const compiler = createCompiler();
  const { resolved } = compiler.compile(tinySpec({ training: { ema, ...training } }));
  const { scalars } = buildProgram(resolved, compiler.registry, (graph) => graph);
  const decay = scalars.get('generator')?.get('ema/decay');
  return (step: number, update = step): number => decay?.({ step, update }) ?? NaN;
}

describe('the decay of an average', () => {
  it('is ½ to the power of images by half-life', () => {
    const at = decays({ halfLife: 6, warmUp: false }, { batchSize: 2 });
    // Three updates of two images forget half.
    expect(at(0) ** 3).toBeCloseTo(0.5, 12);
    expect(at(1000)).toBe(at(0));
  });

  it('warms up to that of the half-life', () => {
    const at = decays({ halfLife: 2, decay: 0.999 }, { batchSize: 2 });
    expect([at(0), at(1), at(1000)]).toEqual([0.1, 2 / 11, 0.5]);
  });

  it('ramps up with a half-life in proportion to the images so far', () => {
    const at = decays({ halfLife: 8, rampUp: 0.5, warmUp: false }, { batchSize: 2 });
    // Half-lives of 0, 1, 2, 4 and 8 images for updates of 2.
    expect([0, 1, 2, 4, 8].map((step) => at(step))).toEqual([
      0,
      1 / 4,
      1 / 2,
      0.5 ** 0.5,
      0.5 ** 0.25,
    ]);
    expect(at(1000)).toBe(at(8));
  });

  it('is 0 before the start, and warms up from there', () => {
    const at = decays({ decay: 0.9, start: 3 });
    expect([at(0), at(2), at(3), at(4), at(1000)]).toEqual([0, 0, 0.1, 2 / 11, 0.9]);
  });

  it('counts updates of the generator since the start', () => {
    const at = decays({ decay: 0.9, start: 3 }, { generatorSteps: 2 });
    expect([at(2, 5), at(3, 6), at(3, 7), at(4, 8)]).toEqual([0, 0.1, 2 / 11, 3 / 12]);
  });

  it('follows a schedule by iterations', () => {
    const decay = { type: 'linear', from: 0.5, to: 0.9, steps: 4 } as const;
    const at = decays({ decay, warmUp: false });
    expect(at(2)).toBeCloseTo(0.7, 12);
    expect(at(9)).toBeCloseTo(0.9, 12);
  });
});

describe('an average', () => {
  it('is the generator itself, bit for bit, until it starts', async () => {
    const session = await prepareTiny({
      generator: { layers: [{ type: 'dense', units: 2 }, 'batchNorm'] },
      training: { ema: { decay: 0.9, start: 2 } },
      optimizers: {
        generator: { type: 'sgd', learningRate: 0.1 },
        discriminator: { type: 'sgd', learningRate: 0.1 },
      },
    });
    const tensors = ['batchNorm_0/beta', 'batchNorm_0/movingVariance'];
    for (let iteration = 0; iteration < 4; iteration += 1) {
      await session.iterate();
      for (const tensor of tensors) {
        const [own, average] = [
          await read(session, `generator/${tensor}`),
          await read(session, `ema/generator/${tensor}`),
        ];
        if (iteration < 2) expect(average).toEqual(own);
        else expect(average).not.toEqual(own);
      }
    }
    await session.dispose();
  });

  it('moves at every update of the generator', async () => {
    const training = { generatorSteps: 2, ema: { decay: 0.5, warmUp: false } };
    const kernel = { 'discriminator/dense_0/kernel': [1, 2] };
    const session = await prepareTiny({ training }, kernel);
    const name = 'ema/generator/dense_0/bias';
    await session.run('generator', { latent: [0, 0] });
    expect(rounded(await read(session, name))).toEqual([0.5, 1]);
    await session.run('generator', { latent: [0, 0] });
    // Half of 0.5 and of 2, half of 1 and of 4.
    expect(rounded(await read(session, name))).toEqual([1.25, 2.5]);
    await session.dispose();
  });

  it('stays in the step of the discriminator', async () => {
    const session = await prepareTiny(
      { training: { ema: { decay: 0.5 } } },
      { 'ema/generator/dense_0/bias': [7, 8] },
    );
    await session.run('discriminator');
    expect(await read(session, 'ema/generator/dense_0/bias')).toEqual([7, 8]);
    await session.dispose();
  });
});
