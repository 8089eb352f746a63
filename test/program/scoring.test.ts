import { describe, expect, it } from 'vitest';
import { createExecutor } from '../../src/train/executor/executor.js';
import { tfjsEngine } from '../../src/engines/tfjs/tfjsEngine.js';
import type { GanSpec, TensorMap } from '../../src/index.js';
import { compileTiny, prepareTiny, read, rounded } from './tinyGan.js';

const w = 'discriminator/dense_0/kernel';
const c = 'generator/dense_0/bias';

describe('real and generated samples in one batch', () => {
  it('give the results of two passes where no layer mixes samples', async () => {
    const changes: Partial<GanSpec> = {
      discriminator: {
        layers: [
          { type: 'dense', units: 3, activation: 'tanh' },
          { type: 'dense', units: 1 },
        ],
      },
      loss: 'nonSaturating',
      penalties: [{ type: 'r1', weight: 0.1 }],
      optimizers: {
        generator: { type: 'sgd', learningRate: 0.1 },
        discriminator: { type: 'sgd', learningRate: 0.1 },
      },
    };
    const states: TensorMap[] = [];
    for (const scoring of ['apart', 'together'] as const) {
      const session = await compileTiny({
        ...changes,
        training: { scoring, discriminatorSteps: 2 },
      }).prepare({ engine: 'tfjs', seed: 1 });
      await session.iterate();
      await session.iterate();
      states.push(await session.readState());
      await session.dispose();
    }
    const [apart, together] = states;
    expect([...(together?.keys() ?? [])].sort()).toEqual([...(apart?.keys() ?? [])].sort());
    for (const [name, { data }] of apart ?? []) {
      const found = together?.get(name)?.data ?? [];
      [...data].forEach((value, at) => {
        expect(found[at]).toBeCloseTo(value, 5);
      });
    }
  });

  // Real samples of 1 and 3 and generated ones of 5: mean 3.5, variance (6.25 + 0.25 + 2.25 + 2.25) / 4.
  const normalized: Partial<GanSpec> = {
    discriminator: {
      layers: [
        { type: 'batchNorm', epsilon: 0.25 },
        { type: 'dense', units: 1 },
      ],
    },
  };
  const state = { [w]: [1, 0], [c]: [5, 0] };
  const real = [1, 0, 3, 0];
  const latent = [0, 0];

  it('share the statistics of a batch norm', async () => {
    const session = await prepareTiny({ ...normalized, training: { scoring: 'together' } }, state);
    const metrics = await session.run('discriminator', { real, latent });
    expect(metrics['realScore']).toBeCloseTo(-1.5 / Math.sqrt(3), 5);
    expect(metrics['fakeScore']).toBeCloseTo(1.5 / Math.sqrt(3), 5);
    const mean = await read(session, 'discriminator/batchNorm_0/movingMean');
    expect(mean[0]).toBeCloseTo(0.01 * 3.5, 6);
    await session.dispose();
  });

  it("share them in the generator's step as well, which needs a real batch then", async () => {
    const session = await prepareTiny({ ...normalized, training: { scoring: 'together' } }, state);
    const { generatorLoss } = await session.run('generator', { real, latent });
    expect(generatorLoss).toBeCloseTo(-1.5 / Math.sqrt(3), 5);
    await session.dispose();
  });

  it('are normalized apart otherwise', async () => {
    const session = await prepareTiny(normalized, state);
    const metrics = await session.run('discriminator', { real, latent });
    expect(metrics['realScore']).toBeCloseTo(0, 6);
    expect(metrics['fakeScore']).toBeCloseTo(0, 6);
    await session.dispose();
  });

  it('share random inputs of twice the batch', () => {
    const { inputs } = compileTiny({
      discriminator: { layers: ['dropout', { type: 'dense', units: 1 }] },
      training: { scoring: 'together', instanceNoise: 0.1 },
    }).program;
    const shapes = inputs
      .filter(({ name }) => name.startsWith('discriminator/'))
      .map(({ graph, name, shape }) => `${graph} ${name} ${shape.join()}`);
    expect(shapes).toEqual([
      'discriminator discriminator/noise 4,2',
      'discriminator discriminator/dropout_0/keep 4,2',
      'generator discriminator/noise 4,2',
      'generator discriminator/dropout_0/keep 4,2',
    ]);
  });
});

describe('a pack of two', () => {
  const training = { batchSize: 4, packing: 2 } as const;
  const state = { [w]: [1, 10, 100, 1000] };
  const real = [1, 2, 3, 4, 5, 6, 7, 8];

  it('joins two samples in a row, and gives one score for both', async () => {
    const session = await prepareTiny({ training }, { ...state, [c]: [1, 2] });
    const metrics = await session.run('discriminator', { real, latent: [0, 0, 0, 0] });
    // 1 + 20 + 300 + 4000 and 5 + 60 + 700 + 8000; 1 + 20 + 100 + 2000 for the generated ones.
    expect(metrics).toMatchObject({ realScore: (4321 + 8765) / 2, fakeScore: 2121 });
    await session.dispose();
  });

  it('sends a gradient to each sample of it', async () => {
    const session = await prepareTiny({ training }, state);
    await session.run('generator', { latent: [0, 0, 0, 0] });
    // Each bias takes part in both samples of a pack.
    expect(await read(session, c)).toEqual([101, 1010]);
    await session.dispose();
  });

  it('has one score at rest too', async () => {
    const { program } = compileTiny({ training });
    const executor = await createExecutor(program, tfjsEngine, 1);
    const kernel = {
      dtype: 'float32',
      shape: [4, 1],
      data: Float32Array.from(state[w]),
    } as const;
    await executor.writeState(new Map([[w, kernel]]));
    const batch = { dtype: 'float32', shape: [4, 2], data: Float32Array.from(real) } as const;
    const { results } = await executor.run('score', 0, new Map([['real', batch]]));
    expect(results.get('scores')).toMatchObject({ shape: [2, 1] });
    expect([...(results.get('scores')?.data ?? [])]).toEqual([4321, 8765]);
    await executor.dispose();
  });

  it('joins images along their channels', async () => {
    const session = await prepareTiny(
      {
        data: { type: 'noise', shape: [1, 2, 1], count: 8 },
        generator: {
          layers: [
            { type: 'dense', units: 2 },
            { type: 'reshape', shape: [1, 2, 1] },
          ],
        },
        discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
        training: { packing: 2 },
      },
      state,
    );
    // Images (1, 2) and (3, 4): the first pixel of the pack is (1, 3), the second (2, 4).
    const metrics = await session.run('discriminator', { real: [1, 2, 3, 4], latent: [0, 0] });
    expect(metrics['realScore']).toBe(1 + 30 + 200 + 4000);
    await session.dispose();
  });
});

describe('instance noise', () => {
  const state = { [w]: [1, 0], 'generator/dense_0/kernel': [0, 0] };

  it("disturbs what the generator's step shows to the discriminator", async () => {
    const session = await prepareTiny({ training: { instanceNoise: 0.5 } }, state);
    const noise = { 'discriminator/noise': [2, 9, 4, 9] };
    const { generatorLoss } = await session.run('generator', { latent: [0, 0], ...noise });
    expect(generatorLoss).toBe(-1.5);
    await session.dispose();
  });

  it('has a deviation that a schedule may drive', async () => {
    const instanceNoise = { type: 'linear', from: 0.5, to: 0, steps: 10 } as const;
    const session = await prepareTiny({ training: { instanceNoise } }, state);
    const noise = { 'discriminator/noise': [2, 9, 4, 9], latent: [0, 0] };
    expect(await session.run('generator', noise)).toMatchObject({ generatorLoss: -1.5 });
    const given = { ...noise, 'training/instanceNoise': [0.1] };
    const { generatorLoss } = await session.run('generator', given);
    // The generator's bias moved by w = (1, 0) in the run before.
    expect(generatorLoss).toBeCloseTo(-1.3, 5);
    await session.dispose();
  });
});

describe('the instance noise of samples that a penalty makes', () => {
  // D(x) = tanh(x₁). One column of pixels bears no shift and no flip, so that T changes nothing.
  const image: Partial<GanSpec> = {
    data: { type: 'noise', shape: [1, 1, 1], count: 8 },
    generator: {
      layers: [
        { type: 'dense', units: 1 },
        { type: 'reshape', shape: [1, 1, 1] },
      ],
    },
    discriminator: { layers: ['flatten', { type: 'dense', units: 1, activation: 'tanh' }] },
  };
  const state = { [w]: [1], 'generator/dense_0/kernel': [1], [c]: [0] };
  const modes = ['bcr', 'zcr'] as const;
  const penalties = modes.map((mode) => ({ type: 'consistency', mode, name: mode }) as const);

  it.each([
    ['apart', 'alternating', 'discriminator'],
    ['together', 'alternating', 'discriminator'],
    ['apart', 'simultaneous', 'joint'],
  ] as const)(
    'is that of those they are made of: scored %s, %s',
    async (scoring, update, graph) => {
      const session = await prepareTiny(
        { ...image, penalties, training: { scoring, update, instanceNoise: 0.5 } },
        state,
      );
      const metrics = await session.run(graph, { 'zcr/change': [0, 0] });
      expect(metrics).toMatchObject({ bcr: 0, zcr: 0 });
      await session.dispose();
    },
  );

  it('moves the points where a penalty takes the derivative', async () => {
    const penalty = { type: 'r1', weight: 1 } as const;
    const session = await prepareTiny(
      { ...image, penalties: [penalty], training: { instanceNoise: 0.5 } },
      state,
    );
    const noise = { 'discriminator/noise': [2, 2, 0, 0] };
    const { r1 } = await session.run('discriminator', { real: [0, 1], latent: [0, 0], ...noise });
    // Real samples come to 1 and 2, where the derivative of tanh is 1 − tanh²; ½ of the mean of its squares.
    const derivative = (x: number): number => 1 - Math.tanh(x) ** 2;
    expect(r1).toBeCloseTo((derivative(1) ** 2 + derivative(2) ** 2) / 4, 5);
    await session.dispose();
  });
});

describe('a loss that compares generated samples with real ones', () => {
  const softplus = (x: number): number => Math.log(1 + Math.exp(x));

  it("shows the discriminator real samples in the generator's step, disturbed by noise of their own", async () => {
    const session = await prepareTiny(
      { loss: 'relativistic', training: { instanceNoise: 0.5 } },
      { [w]: [1, 0], [c]: [2, 0] },
    );
    const { generatorLoss } = await session.run('generator', {
      latent: [0, 0],
      real: [1, 0, 3, 0],
      'discriminator/noise': [2, 0, -2, 0],
      'real/discriminator/noise': [4, 0, 2, 0],
    });
    // Generated samples score 3 and 1, real ones 3 and 4.
    expect(generatorLoss).toBeCloseTo((softplus(0) + softplus(3)) / 2, 5);
    await session.dispose();
  });

  it('leaves the running statistics of the discriminator alone there', async () => {
    const session = await prepareTiny(
      {
        loss: 'relativistic',
        discriminator: { layers: ['batchNorm', { type: 'dense', units: 1 }] },
      },
      { [w]: [1, 0] },
    );
    await session.run('generator', { latent: [0, 0], real: [1, 0, 3, 0] });
    expect(await read(session, 'discriminator/batchNorm_0/movingMean')).toEqual([0, 0]);
    await session.dispose();
  });
});

describe('losses on reconstructions', () => {
  // The auto-encoder makes zeros of everything: the error is the size of the sample.
  const discriminator: GanSpec['discriminator'] = { layers: [{ type: 'dense', units: 2 }] };
  const state = {
    [w]: [0, 0, 0, 0],
    'discriminator/dense_0/bias': [0, 0],
    [c]: [1, -1],
  };
  const feeds = {
    real: [1, 3, -1, -3],
    latent: [0, 0],
    'optimizer/discriminator/velocityRate': [0],
  };

  it('of began take the mean absolute error, and move k by the balance', async () => {
    const loss = { type: 'began', gamma: 0.75, lambda: 0.1 } as const;
    const session = await prepareTiny({ discriminator, loss }, state);
    // L_real = 2 and L_fake = 1; k moves by 0.1 · (0.75 · 2 − 1), and M = 2 + 0.5.
    const first = await session.run('discriminator', feeds);
    expect(first).toMatchObject({
      realScore: 2,
      fakeScore: 1,
      discriminatorLoss: 2,
      'loss/convergence': 2.5,
    });
    expect(rounded(await read(session, 'loss/k'))).toEqual([0.05]);
    const second = await session.run('discriminator', feeds);
    expect(second['discriminatorLoss']).toBeCloseTo(2 - 0.05, 6);
    expect(rounded(await read(session, 'loss/k'))).toEqual([0.1]);
    const { generatorLoss } = await session.run('generator', { latent: [0, 0] });
    expect(generatorLoss).toBe(1);
    expect(rounded(await read(session, 'loss/k'))).toEqual([0.1]);
    // The derivative of the mean of |c₁| and |c₂| is ½ in size.
    expect(await read(session, c)).toEqual([0.5, -0.5]);
    await session.dispose();
  });

  it('of began keep k at least 0', async () => {
    const loss = { type: 'began', gamma: 0.25, lambda: 0.5 } as const;
    const session = await prepareTiny({ discriminator, loss }, state);
    await session.run('discriminator', feeds);
    expect(await read(session, 'loss/k')).toEqual([0]);
    await session.dispose();
  });

  it('of ebgan take the mean squared error', async () => {
    const loss = { type: 'ebgan', margin: 3 } as const;
    const session = await prepareTiny({ discriminator, loss }, state);
    // (1 + 9) / 2 of real samples, 1 of generated ones, 2 below the margin.
    expect(await session.run('discriminator', feeds)).toMatchObject({
      realScore: 5,
      fakeScore: 1,
      discriminatorLoss: 7,
    });
    expect(await session.run('generator', { latent: [0, 0] })).toMatchObject({ generatorLoss: 1 });
    // The derivative of (c₁² + c₂²) / 2 is c.
    expect(await read(session, c)).toEqual([0, 0]);
    await session.dispose();
  });

  it('compare with what the auto-encoder makes of a sample', async () => {
    const loss = { type: 'ebgan', margin: 3 } as const;
    // A(x) = (x₂, x₁)
    const swapping = { ...state, [w]: [0, 1, 1, 0] };
    const session = await prepareTiny({ discriminator, loss }, swapping);
    expect(await session.run('discriminator', feeds)).toMatchObject({ realScore: 4, fakeScore: 4 });
    await session.dispose();
  });
});

describe('scores of patches', () => {
  // D(x): the four sums of 2×2 pixels, one after the other. G(z) = 0.
  const patches: Partial<GanSpec> = {
    data: { type: 'noise', shape: [4, 4, 1], count: 16 },
    generator: {
      layers: [
        { type: 'dense', units: 16 },
        { type: 'reshape', shape: [4, 4, 1] },
      ],
    },
    discriminator: {
      layers: [
        {
          type: 'conv2d',
          name: 'patches',
          filters: 1,
          kernelSize: 2,
          strides: 2,
          padding: 'valid',
          kernelInitializer: 'ones',
        },
      ],
    },
    training: { patchScores: true },
  };
  // Sums of patches: 1, 2, 0, 0 and 0, 0, 0, -4.
  const real = [
    [1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, -1, -1],
  ].flat();

  it.each(['apart', 'together'] as const)('are averaged by losses, scored %s', async (scoring) => {
    const softplus = (x: number): number => Math.log1p(Math.exp(x));
    const changes = { ...patches, loss: 'nonSaturating' } as const;
    const training = { patchScores: true, scoring };
    const session = await compileTiny({ ...changes, training }).prepare({
      engine: 'tfjs',
      seed: 1,
    });
    const state = await session.readState();
    const kernel = state.get('generator/dense_0/kernel');
    if (!kernel) throw new Error('no kernel');
    await session.writeState(
      new Map([['generator/dense_0/kernel', { ...kernel, data: new Float32Array(16) }]]),
    );
    const metrics = await session.run('discriminator', { real });
    const [first = 0, ...rest] = [1, 2, 0, 0, 0, 0, 0, -4].map((score) => softplus(-score) / 8);
    const mean = rest.reduce((sum, value) => sum + value, first);
    expect(metrics['realScore']).toBeCloseTo(-1 / 8, 5);
    expect(metrics['discriminatorLoss']).toBeCloseTo(mean + Math.LN2, 5);
    await session.dispose();
  });

  it('are compared place by place in pairs', async () => {
    const session = await compileTiny({ ...patches, loss: 'relativistic' }).prepare({
      engine: 'tfjs',
      seed: 1,
    });
    const {
      realScore = 0,
      fakeScore = 0,
      ...metrics
    } = await session.run('discriminator', {
      real: new Array<number>(32).fill(0),
      latent: [0, 0],
    });
    expect([realScore, fakeScore]).toEqual([0, 0]);
    expect(metrics['discriminatorLoss']).toBeCloseTo(Math.LN2, 5);
    await session.dispose();
  });

  it('are one for each sample where samples are scored', async () => {
    const { program } = compileTiny(patches);
    const executor = await createExecutor(program, tfjsEngine, 1);
    const batch = { dtype: 'float32', shape: [2, 4, 4, 1], data: Float32Array.from(real) } as const;
    const { results } = await executor.run('score', 0, new Map([['real', batch]]));
    expect(results.get('scores')).toMatchObject({ shape: [2, 1] });
    expect([...(results.get('scores')?.data ?? [])]).toEqual([3 / 4, -1]);
    await executor.dispose();
  });
});
