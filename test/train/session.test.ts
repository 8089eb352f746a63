import { describe, expect, it } from 'vitest';
import {
  createCompiler,
  type Feeds,
  type GanSpec,
  type SampleOptions,
  type Session,
  type TensorMap,
} from '../../src/index.js';
import { conditionalGans } from '../program/conditionalGans.js';
import { compileTiny, prepareTiny, read } from '../program/tinyGan.js';

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
      'dropout',
      { type: 'dense', units: 1 },
    ],
  },
  loss: 'nonSaturating',
  optimizers: { generator: 'adam', discriminator: 'adam' },
};

function prepare(
  seed: number,
  engine: 'onnx' | 'tfjs' = 'tfjs',
  training: GanSpec['training'] = {},
): Promise<Session> {
  return compileTiny({ ...changes, training }).prepare({ engine, seed, threads: 1 });
}

async function stateAfter(session: Session, iterations: number): Promise<TensorMap> {
  for (let i = 0; i < iterations; i += 1) await session.iterate();
  const state = await session.readState();
  await session.dispose();
  return state;
}

describe.each(['onnx', 'tfjs'] as const)('sessions on %s', (engine) => {
  it('with one seed agree bit for bit, with another seed they differ', async () => {
    const first = await stateAfter(await prepare(7, engine), 3);
    expect(await stateAfter(await prepare(7, engine), 3)).toEqual(first);
    expect(await stateAfter(await prepare(8, engine), 3)).not.toEqual(first);
  });

  it('go on from written state bit for bit', async () => {
    const whole = await stateAfter(await prepare(7, engine), 4);
    const half = await stateAfter(await prepare(7, engine), 2);
    const resumed = await prepare(7, engine);
    await resumed.writeState(half);
    expect(resumed.step).toBe(2);
    expect(await stateAfter(resumed, 2)).toEqual(whole);
  });
});

describe('feeds', () => {
  const failureOf = async (feeds: Feeds): Promise<unknown> => {
    const session = await prepareTiny();
    const failure: unknown = await session
      .run('discriminator', feeds)
      .catch((error: unknown) => error);
    await session.dispose();
    return failure;
  };

  it('replace the batch, the latents and the numbers of the optimizer', async () => {
    const session = await prepareTiny();
    await session.run('discriminator', {
      real: [2, 4, 4, 6],
      latent: [0, 0],
      'optimizer/discriminator/velocityRate': [10],
    });
    // The gradient in w is mean fake − mean real = (−3, −5).
    expect(await read(session, 'discriminator/dense_0/kernel')).toEqual([30, 50]);
    await session.dispose();
  });

  it('may be tensors, typed arrays or lists', async () => {
    const session = await prepareTiny({}, { 'discriminator/dense_0/kernel': [1, 0] });
    const data = Float32Array.of(2, 0, 4, 0);
    const rate = { 'optimizer/discriminator/velocityRate': [0] };
    for (const real of [[2, 0, 4, 0], data, { dtype: 'float32', shape: [2, 2], data } as const]) {
      expect(await session.run('discriminator', { real, ...rate })).toMatchObject({ realScore: 3 });
    }
    await session.dispose();
  });

  it('are refused where there is no such input', async () => {
    expect(await failureOf({ reel: [1] })).toMatchObject({
      code: 'GAN505',
      exitCode: 2,
      message: 'the discriminator graph has no input "reel"',
      hint: 'Its inputs are real, latent, optimizer/discriminator/momentum, optimizer/discriminator/velocityRate, optimizer/discriminator/gradientRate.',
    });
  });

  it('are refused where their size differs', async () => {
    expect(await failureOf({ real: [1, 2] })).toMatchObject({
      code: 'GAN506',
      exitCode: 2,
      message: 'input "real" takes 4 numbers of shape [2, 2]; it was given 2 numbers',
      hint: 'Give all numbers in row-major order, the batch outermost.',
    });
  });

  it('are refused where their shape differs', async () => {
    const real = { dtype: 'float32', shape: [4, 1], data: new Float32Array(4) } as const;
    expect(await failureOf({ real })).toMatchObject({
      code: 'GAN506',
      message:
        'input "real" takes 4 numbers of shape [2, 2]; it was given 4 numbers of shape [4, 1]',
    });
  });

  it('of a mask count as true where they are not zero', async () => {
    const discriminator: GanSpec['discriminator'] = {
      layers: ['dropout', { type: 'dense', units: 1 }],
    };
    const session = await prepareTiny(
      { discriminator },
      { 'discriminator/dense_0/kernel': [1, 1] },
    );
    const { realScore } = await session.run('discriminator', {
      real: [1, 2, 1, 2],
      'discriminator/dropout_0/keep': [0.5, 0, -1, 0, 0, 0, 0, 0],
    });
    expect(realScore).toBe(2);
    await session.dispose();
  });
});

describe('written state', () => {
  const failureOf = async (state: TensorMap): Promise<unknown> => {
    const session = await prepareTiny();
    const failure: unknown = await session.writeState(state).catch((error: unknown) => error);
    await session.dispose();
    return failure;
  };
  const hint = 'State can only be written to the GAN that it was read from; compare the specs.';
  const scalar = { dtype: 'int32', shape: [], data: Int32Array.of(1) } as const;

  it('is refused where a name is unknown', async () => {
    expect(await failureOf(new Map([['generator/dense_9/bias', scalar]]))).toMatchObject({
      code: 'GAN504',
      exitCode: 2,
      message: 'no state tensor is called "generator/dense_9/bias"',
      hint,
    });
  });

  it('is refused where it counts updates of a graph that the GAN does not have', async () => {
    expect(await failureOf(new Map([['training/updates/joint', scalar]]))).toMatchObject({
      code: 'GAN504',
      message: 'no state tensor is called "training/updates/joint"',
    });
  });

  it('is refused where a shape or type differs', async () => {
    const tensor = { dtype: 'float32', shape: [3], data: new Float32Array(3) } as const;
    expect(await failureOf(new Map([['generator/dense_0/bias', tensor]]))).toMatchObject({
      code: 'GAN504',
      message: 'state tensor "generator/dense_0/bias" is f32[2], not f32[3]',
    });
    expect(await failureOf(new Map([['training/step', tensor]]))).toMatchObject({
      code: 'GAN504',
      message: 'state tensor "training/step" is i32[], not f32[3]',
    });
  });

  it('leaves everything as it was where a part of it is refused', async () => {
    const session = await prepareTiny();
    const before = await session.readState();
    const bias = before.get('generator/dense_0/bias');
    if (!bias) throw new Error('no bias');
    const changed = { ...bias, data: Float32Array.of(8, 9) };
    const state = new Map([
      ['generator/dense_0/bias', changed],
      ['nothing', changed],
    ]);
    await expect(session.writeState(state)).rejects.toThrow('no state tensor is called "nothing"');
    expect(await session.readState()).toEqual(before);
    await session.dispose();
  });
});

describe('samples', () => {
  it('are the same each time, and others for another seed', async () => {
    const session = await prepare(7);
    const first = await session.sample(5);
    expect(first.shape).toEqual([5, 2]);
    await session.sample(3);
    expect(await session.sample(5)).toEqual(first);
    expect(await session.sample(5, { seed: 7 })).toEqual(first);
    expect(await session.sample(5, { seed: 8 })).not.toEqual(first);
    await session.dispose();
  });

  it('of a smaller number are the first of a larger number', async () => {
    const session = await prepare(7);
    const five = await session.sample(5);
    expect([...(await session.sample(3)).data]).toEqual([...five.data.subarray(0, 6)]);
    await session.dispose();
  });

  it('do not depend on the batch size', async () => {
    const pairs = await prepare(7, 'tfjs', { batchSize: 2 });
    const fours = await prepare(7, 'tfjs', { batchSize: 4 });
    expect(await fours.sample(5)).toEqual(await pairs.sample(5));
    await pairs.dispose();
    await fours.dispose();
  });
});

describe('samples of own latents', () => {
  // G(z) = z · [1, 2] + [0, 1], in batches of two.
  const state = { 'generator/dense_0/kernel': [1, 2], 'generator/dense_0/bias': [0, 1] };

  it('are those that the generator makes of them', async () => {
    const session = await prepareTiny({}, state);
    const { data, shape } = await session.sample(3, { feeds: { latent: [0.5, -1, 2] } });
    expect(shape).toEqual([3, 2]);
    expect([...data]).toEqual([0.5, 2, -1, -1, 2, 5]);
    await session.dispose();
  });

  it.each([
    [{ latent: [1, 2] }, 'input "latent" takes 3 numbers of shape [3, 1]; it was given 2 numbers'],
    [{ noise: [1, 2, 3] }, 'the sample graph has no input "noise"'],
    [[1, 2, 3], 'feeds are an object with numbers by name, not a list'],
  ])('are refused as %j', async (feeds, message) => {
    const session = await prepareTiny();
    // As from JavaScript.
    const options = { feeds } as unknown as SampleOptions;
    await expect(session.sample(3, options)).rejects.toMatchObject({ message });
    await session.dispose();
  });

  it('and codes leave to chance what is not given', async () => {
    const session = await createCompiler()
      .compile(conditionalGans['codes'] ?? {})
      .prepare({ threads: 1 });
    const of = async (...code: readonly number[]): Promise<readonly number[]> => {
      const samples = await session.sample(2, { feeds: { 'codes/continuous': code } });
      return [...samples.data];
    };
    const first = await of(0.3, -0.3);
    const second = await of(0.3, 0.9);
    expect(second.slice(0, 2)).toEqual(first.slice(0, 2));
    expect(second.slice(2)).not.toEqual(first.slice(2));
    await session.dispose();
  });
});

describe('classes', () => {
  it.each(['concat', 'codes'])(
    'of samples are in turn, or drawn as in training (%s)',
    async (name) => {
      const session = await createCompiler()
        .compile(conditionalGans[name] ?? {})
        .prepare({ threads: 1 });
      const turns = await session.sample(40, { classes: 'inTurn' });
      expect(turns).toEqual(await session.sample(40));
      const { labels, data } = await session.sample(40, { classes: 'random' });
      expect(data).not.toEqual(turns.data);
      if (labels) {
        expect(new Set(labels).size).toBeGreaterThan(1);
        expect([...labels]).not.toEqual([...(turns.labels ?? [])]);
      }
      expect((await session.sample(20, { classes: 'random' })).data).toEqual(
        data.subarray(0, data.length / 2),
      );
      await session.dispose();
    },
  );
});

describe('truncation', () => {
  // G(z) = z · [1, 2] + [0, 1], in batches of two.
  const state = { 'generator/dense_0/kernel': [1, 2], 'generator/dense_0/bias': [0, 1] };

  it('draws latent numbers beyond the limit again', async () => {
    const session = await prepareTiny({}, state);
    const numbers = async (truncation?: number) => {
      const { data } = await session.sample(200, truncation === undefined ? {} : { truncation });
      return [...data].filter((_, at) => at % 2 === 0);
    };
    const all = await numbers();
    const kept = all.filter((value) => Math.abs(value) <= 0.7);
    expect(kept.length).toBeLessThan(150);
    expect((await numbers(0.7)).slice(0, kept.length)).toEqual(kept);
    await session.dispose();
  });

  it.each([
    [{}, 0, 'truncation of sample must be a number from 0.01 on, not 0'],
    [
      { latent: { dim: 1, distribution: 'uniform' } },
      1,
      'truncation of sample redraws large numbers of normal latent vectors, and those of this GAN are uniform',
    ],
  ] as const)('is refused with %j at %d', async (changes, truncation, message) => {
    const session = await prepareTiny(changes);
    await expect(session.sample(3, { truncation })).rejects.toMatchObject({
      code: 'GAN540',
      message,
    });
    await session.dispose();
  });
});

it('a session counts the time that it spends', async () => {
  const session = await prepare(7);
  expect(session.timings).toEqual({ random: 0, engine: 0 });
  await session.iterate();
  expect(session.timings.random).toBeGreaterThan(0);
  expect(session.timings.engine).toBeGreaterThan(0);
  await session.dispose();
});
