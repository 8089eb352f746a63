import { describe, expect, it } from 'vitest';
import { createCompiler, type GanSpec } from '../../src/index.js';
import { buildProgram } from '../../src/program/buildProgram.js';
import { prepareTiny, read, rounded, tinySpec } from './tinyGan.js';

/** From 1 at step 0 to 0 at step 10. */
const falling = { type: 'linear', from: 1, to: 0, steps: 10 } as const;
/** From 0.5 at step 0 to 0 at step 10. */
const half = { type: 'linear', from: 0.5, to: 0, steps: 10 } as const;

/** Host scalars of the discriminator's graph at one moment, and the types of its inputs. */
function discriminatorAt(changes: Partial<GanSpec>, step: number, update = step) {
  const compiler = createCompiler();
  const { resolved } = compiler.compile(tinySpec(changes));
  const { program, scalars } = buildProgram(resolved, compiler.registry, (graph) => graph);
  const values = [...(scalars.get('discriminator') ?? [])].map(
    ([name, valueAt]) => [name, valueAt({ step, update })] as const,
  );
  const types = program.inputs
    .filter(({ graph }) => graph === 'discriminator')
    .map(({ name, dtype, shape }) => [name, `${dtype} [${shape.join()}]`] as const);
  return { values: Object.fromEntries(values), types: Object.fromEntries(types) };
}

describe('a scheduled option', () => {
  it('moves the numbers of the optimizer with the iteration, not with the update', () => {
    const optimizers = { discriminator: { type: 'sgd', learningRate: falling } } as const;
    const { values } = discriminatorAt({ optimizers }, 4, 20);
    expect(values['optimizer/discriminator/velocityRate']).toBeCloseTo(0.6, 12);
  });

  it('counts epochs of the data set where it is told to', () => {
    // 16 samples are 8 batches of 2: 16 steps are 2 epochs of 10.
    const changes: Partial<GanSpec> = {
      data: { type: 'ring', count: 16 },
      optimizers: { discriminator: { type: 'sgd', learningRate: { ...falling, unit: 'epochs' } } },
    };
    const { values } = discriminatorAt(changes, 16);
    expect(values['optimizer/discriminator/velocityRate']).toBeCloseTo(0.8, 12);
  });

  it('of dropout becomes a scalar, and the mask uniform numbers to compare with it', () => {
    const layers: GanSpec['discriminator'] = {
      layers: [
        { type: 'dropout', rate: half },
        { type: 'dense', units: 1 },
      ],
    };
    const { values, types } = discriminatorAt({ discriminator: layers }, 5);
    expect(types).toMatchObject({
      'discriminator/dropout_0/rate': 'float32 []',
      'discriminator/dropout_0/keep': 'float32 [4,2]',
    });
    expect(values['discriminator/dropout_0/rate']).toBe(0.25);
  });

  it('of a penalty becomes a scalar under its name', () => {
    const penalties = [{ type: 'gradientPenalty', weight: falling, target: half }] as const;
    const { values } = discriminatorAt({ penalties: [...penalties] }, 10);
    expect(values).toMatchObject({ 'gradientPenalty/weight': 0, 'gradientPenalty/target': 0 });
  });

  it('of an activation becomes a scalar under its layer', () => {
    const activation = { type: 'leakyReLU', alpha: half } as const;
    const layers: GanSpec['discriminator'] = {
      layers: [
        { type: 'dense', units: 2, activation },
        { type: 'dense', units: 1 },
      ],
    };
    const { values, types } = discriminatorAt({ discriminator: layers }, 2);
    expect(types['discriminator/dense_0/activation/alpha']).toBe('float32 []');
    expect(values['discriminator/dense_0/activation/alpha']).toBeCloseTo(0.4, 12);
  });

  it('of the generator has the value of the present iteration where samples are drawn', async () => {
    const generator: GanSpec['generator'] = {
      layers: [
        { type: 'dense', units: 2 },
        { type: 'leakyReLU', alpha: half },
      ],
    };
    const state = { 'generator/dense_0/bias': [-1, 2] };
    const session = await prepareTiny({ generator, training: { steps: 100 } }, state);
    expect([...(await session.sample(1)).data]).toEqual([-0.5, 2]);
    for (const [step, slope] of [
      [4, 0.3],
      [20, 0],
    ] as const) {
      const counter = { dtype: 'int32', shape: [], data: Int32Array.of(step) } as const;
      await session.writeState(new Map([['training/step', counter]]));
      expect(rounded([...(await session.sample(1)).data])).toEqual(rounded([-slope, 2]));
    }
    await session.dispose();
  });

  it('of training becomes a scalar under training', () => {
    const training = {
      instanceNoise: falling,
      gradientClip: { by: 'norm', limit: falling },
    } as const;
    const { values } = discriminatorAt({ training }, 9);
    expect(values['training/instanceNoise']).toBeCloseTo(0.1, 12);
    expect(values['training/gradientClip/discriminator']).toBeCloseTo(0.1, 12);
  });

  it('drives the dropout that the graph computes', async () => {
    const discriminator: GanSpec['discriminator'] = {
      layers: [
        { type: 'dropout', rate: half },
        { type: 'dense', units: 1 },
      ],
    };
    const kernel = { 'discriminator/dense_0/kernel': [1, 1] };
    const session = await prepareTiny({ discriminator }, kernel);
    const { realScore } = await session.run('discriminator', {
      real: [3, 5, 3, 5],
      'discriminator/dropout_0/rate': [0.25],
      // Kept where the number is below 0.75: the 3 of both real points, each divided by 0.75.
      'discriminator/dropout_0/keep': [0.7, 0.8, 0.74, 0.76, 0, 0, 0, 0],
    });
    expect(realScore).toBeCloseTo(4, 5);
    await session.dispose();
  });

  it('lowers the rate of descent from one iteration to the next', async () => {
    const optimizers = {
      generator: { type: 'sgd', learningRate: falling },
      discriminator: 'sgd',
    } as const;
    const session = await prepareTiny({ optimizers }, { 'discriminator/dense_0/kernel': [1, 0] });
    // The derivative of the generator's loss in its first bias is −1 as long as the discriminator stays.
    await session.run('generator', { latent: [0, 0] });
    expect(rounded(await read(session, 'generator/dense_0/bias'))).toEqual([1, 0]);
    const state = await session.readState();
    const step = state.get('training/step');
    if (!step) throw new Error('no step counter');
    await session.writeState(new Map([['training/step', { ...step, data: Int32Array.of(5) }]]));
    await session.run('generator', { latent: [0, 0] });
    expect(rounded(await read(session, 'generator/dense_0/bias'))).toEqual([1.5, 0]);
    await session.dispose();
  });
});
