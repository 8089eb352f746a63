/** Inputs of the networks for classes, and their outputs for classes and codes. */
import { describe, expect, it } from 'vitest';
import type { GanSpec, Network, Session } from '../../src/index.js';
import { compileTiny, prepareTiny, read, rounded } from './tinyGan.js';

/** Two classes: 0 at (1, 0), 1 at (−1, 0). */
const data: GanSpec['data'] = { type: 'ring', modes: 2, radius: 1, stddev: 1e-6, count: 16 };

const generator = 'generator/dense_0/kernel';
const discriminator = 'discriminator/dense_0/kernel';

/** Runs a step that leaves all parameters as they are. */
function scores(
  session: Session,
  feeds: Readonly<Record<string, readonly number[]>> = {},
): Promise<Readonly<Record<string, number>>> {
  return session.run('discriminator', {
    ...feeds,
    'optimizer/discriminator/velocityRate': [0],
  });
}

/** Log of the softmax of two logits. */
const logSoftmax = (own: number, other: number): number =>
  own - Math.log(Math.exp(own) + Math.exp(other));

describe('a generator with concat', () => {
  // G(z, y) = (z, 0) + (10, 20) for class 0, + (30, 40) for class 1.
  const prepare = () =>
    prepareTiny({ data, labels: { generator: 'concat' } }, { [generator]: [1, 0, 10, 20, 30, 40] });

  it('makes samples of each class in turn', async () => {
    const session = await prepare();
    const { data: samples } = await session.sample(5);
    expect(samples.filter((_value, at) => at % 2 === 1)).toEqual(
      Float32Array.of(20, 40, 20, 40, 20),
    );
    await session.dispose();
  });

  it('makes samples of one class', async () => {
    const session = await prepare();
    const ones = await session.sample(3, { label: 1 });
    const zeros = await session.sample(3, { label: 0 });
    expect(ones.data.filter((_value, at) => at % 2 === 1)).toEqual(Float32Array.of(40, 40, 40));
    expect(zeros.data.filter((_value, at) => at % 2 === 1)).toEqual(Float32Array.of(20, 20, 20));
    // The latent vectors are the same ones: all that differs is 30 − 10.
    const first = (samples: Float32Array, offset: number): readonly number[] =>
      rounded([...samples].filter((_value, at) => at % 2 === 0).map((value) => value - offset));
    expect(first(ones.data, 30)).toEqual(first(zeros.data, 10));
    await session.dispose();
  });

  it.each([2, -1, 0.5])('has no class %d', async (label) => {
    const session = await prepare();
    await expect(session.sample(1, { label })).rejects.toMatchObject({
      code: 'GAN514',
      message: `there is no class ${label}: the classes are 0 to 1`,
      hint: 'Ask for one of these.',
    });
    await session.dispose();
  });
});

it('a GAN without classes makes none of a class', async () => {
  const session = await prepareTiny();
  await expect(session.sample(1, { label: 0 })).rejects.toMatchObject({
    code: 'GAN514',
    message: 'class 0 was asked for, but this GAN has no classes',
    hint: 'Leave the class out.',
  });
  await session.dispose();
});

describe('a discriminator with concat', () => {
  it('reads the class behind the sample', async () => {
    const session = await prepareTiny(
      { data, labels: { discriminator: 'concat' } },
      { [discriminator]: [1, 2, 100, 200] },
    );
    const found = await scores(session, {
      real: [1, 0, 0, 1],
      realLabels: [1, 0, 0, 1],
      labels: [0, 1, 0, 1],
    });
    // (1 + 100 + 2 + 200) / 2; generated samples are zero, and both of class 1.
    expect(found).toMatchObject({ realScore: 151.5, fakeScore: 200 });
    await session.dispose();
  });

  it('reads an embedding of the class', async () => {
    const session = await prepareTiny(
      { data, labels: { discriminator: 'concat', embedding: 1 } },
      { [discriminator]: [1, 2, 10], 'discriminator/labels_embedding/kernel': [3, 5] },
    );
    const found = await scores(session, {
      real: [1, 0, 0, 1],
      realLabels: [1, 0, 0, 1],
      labels: [0, 1, 0, 1],
    });
    // (1 + 10·3 + 2 + 10·5) / 2
    expect(found).toMatchObject({ realScore: 41.5, fakeScore: 50 });
    await session.dispose();
  });

  it('reads the class as constant maps beside an image', async () => {
    const kernel = 'discriminator/conv2d_0/kernel';
    const changes: Partial<GanSpec> = {
      data: { type: 'shapes', size: 8, channels: 1, count: 16, shapes: ['circle', 'square'] },
      generator: {
        layers: [{ type: 'dense', units: 64 }, { type: 'reshape', shape: [8, 8, 1] }, 'tanh'],
      },
      discriminator: {
        layers: [{ type: 'conv2d', filters: 1, kernelSize: 1 }, 'globalAveragePooling'],
      },
      labels: { discriminator: 'concat' },
    };
    const session = await compileTiny(changes).prepare({ engine: 'tfjs', seed: 1 });
    const state = await session.readState();
    const old = state.get(kernel);
    expect(old?.shape).toEqual([1, 1, 3, 1]);
    if (!old) return;
    await session.writeState(new Map([[kernel, { ...old, data: Float32Array.of(1, 10, 20) }]]));
    const real = Array.from({ length: 128 }, (_, at) => (at < 64 ? 0.5 : -0.25));
    const found = await scores(session, { real, realLabels: [1, 0, 0, 1] });
    // The means of the images, 0.5 and −0.25, and 10 and 20.
    expect(found['realScore']).toBeCloseTo((10.5 + 19.75) / 2, 5);
    await session.dispose();
  });
});

it('a layer reads the class where its input says so', async () => {
  const session = await prepareTiny(
    {
      data,
      labels: {},
      discriminator: {
        layers: [
          { type: 'concat', input: ['labels', 'input'] },
          { type: 'dense', units: 1 },
        ],
      },
    },
    { [discriminator]: [100, 200, 1, 2] },
  );
  const found = await scores(session, { real: [1, 0, 0, 1], realLabels: [1, 0, 0, 1] });
  expect(found).toMatchObject({ realScore: 151.5 });
  await session.dispose();
});

describe('conditionalBatchNorm', () => {
  const layer = 'generator/batchNorm_0';
  const prepare = () =>
    prepareTiny(
      {
        data,
        labels: { generator: 'conditionalBatchNorm' },
        generator: {
          layers: [
            { type: 'dense', units: 2 },
            { type: 'batchNorm', epsilon: 1 },
          ],
        },
      },
      {
        'generator/dense_0/bias': [2, -1],
        [`${layer}/movingVariance`]: [3, 3],
        [`${layer}/gammaKernel`]: [1, 2, 3, 4],
        [`${layer}/betaKernel`]: [10, 20, 30, 40],
      },
    );

  it('gives each class its own gamma and beta', async () => {
    const session = await prepare();
    // (2, −1) / √(3 + 1) = (1, −0.5); class 0: times (2, 3) plus (10, 20), class 1: times (4, 5) plus (30, 40).
    const { data: samples } = await session.sample(2);
    expect(rounded([...samples])).toEqual([12, 18.5, 34, 37.5]);
    await session.dispose();
  });

  it('trains only the rows of the classes that it made', async () => {
    const session = await prepareTiny(
      {
        data,
        labels: { generator: 'conditionalBatchNorm' },
        generator: { layers: [{ type: 'dense', units: 2 }, 'batchNorm'] },
      },
      { [generator]: [1, 1], [discriminator]: [1, 2] },
    );
    await session.run('generator', { latent: [-1, 1], labels: [0, 1, 0, 1] });
    // Both samples are of class 1: the loss −mean D has the gradient −(1, 2) in their beta.
    expect(rounded(await read(session, `${layer}/betaKernel`))).toEqual([0, 0, 1, 2]);
    await session.dispose();
  });
});

describe('projection', () => {
  const layers = (spectralNorm: boolean): Network => ({
    layers: [
      { type: 'dense', name: 'trunk', units: 2 },
      { type: 'dense', name: 'dense_0', units: 1, spectralNorm },
    ],
  });
  const state = {
    'discriminator/trunk/kernel': [1, 1, 0, 2],
    'discriminator/trunk/bias': [0, 1],
    [discriminator]: [3, 4],
    'discriminator/dense_0/bias': [0.5],
    'discriminator/labels_vector/kernel': [6, 0, 0, 8],
  };
  const feeds = { real: [1, 0, 1, 1], realLabels: [1, 0, 0, 1], labels: [0, 1, 0, 1] };

  it('adds the product of the class vector and the features to the score', async () => {
    const labels = { discriminator: 'projection' } as const;
    const session = await prepareTiny({ data, labels, discriminator: layers(false) }, state);
    // φ = (1, 2): 3 + 8 + 0.5 + 6·1 = 17.5; φ = (1, 4): 3 + 16 + 0.5 + 8·4 = 51.5.
    // Generated samples are zero: φ = (0, 1), 4 + 0.5 + 8.
    expect(await scores(session, feeds)).toMatchObject({ realScore: 34.5, fakeScore: 12.5 });
    await session.dispose();
  });

  it('divides the class vectors by their largest singular value where the last layer does', async () => {
    const labels = { discriminator: 'projection' } as const;
    const session = await prepareTiny({ data, labels, discriminator: layers(true) }, state);
    for (let run = 0; run < 40; run += 1) await scores(session, feeds);
    // (3, 4) has the norm 5, the diagonal matrix of 6 and 8 has 8 for its largest singular value.
    // 0.6 + 1.6 + 0.5 + 0.75 = 3.45; 0.6 + 3.2 + 0.5 + 4 = 8.3; 0.8 + 0.5 + 1
    const { realScore = NaN, fakeScore = NaN } = await scores(session, feeds);
    expect(realScore).toBeCloseTo((3.45 + 8.3) / 2, 5);
    expect(fakeScore).toBeCloseTo(2.3, 5);
    await session.dispose();
  });

  it('reads the layer that features names', async () => {
    const labels = { discriminator: 'projection', features: 'trunk' } as const;
    const deeper: Network = {
      layers: [
        { type: 'dense', name: 'trunk', units: 2 },
        { type: 'dense', name: 'middle', units: 1, useBias: false },
        { type: 'dense', name: 'dense_0', units: 1 },
      ],
    };
    const session = await prepareTiny(
      { data, labels, discriminator: deeper },
      { ...state, 'discriminator/middle/kernel': [0, 0], [discriminator]: [0] },
    );
    // 0.5 + 6·1 and 0.5 + 8·4
    expect(await scores(session, feeds)).toMatchObject({ realScore: 19.5 });
    await session.dispose();
  });
});

describe('an auxiliary classifier', () => {
  const classifier = 'discriminator/labels_classifier/kernel';
  const batch = { real: [1, 0, 0, 1], realLabels: [1, 0, 1, 0] };
  const labels = [0, 1, 0, 1];
  // Logits are the sample itself.
  const state = { [classifier]: [1, 0, 0, 1], 'discriminator/labels_classifier/bias': [0, 0] };
  const prepare = (auxiliary: object) =>
    prepareTiny({ data, labels: { discriminator: 'auxiliary', auxiliary } }, state);

  // Real samples (1, 0) and (0, 1), both of class 0; generated ones are zero.
  const real = -(logSoftmax(1, 0) + logSoftmax(0, 1)) / 2;
  const fake = Math.log(2);

  it.each([
    [{}, { labels }, real + fake, real + fake],
    [{ discriminatorWeight: 0.5 }, { labels }, real + fake, (real + fake) / 2],
    [{ fake: false, discriminatorWeight: 3 }, {}, real, 3 * real],
  ])(
    'adds its cross-entropy to the discriminator loss by %j',
    async (auxiliary, also, term, loss) => {
      const session = await prepare(auxiliary);
      const found = await session.run('discriminator', { ...batch, ...also });
      expect(found['discriminatorClassLoss']).toBeCloseTo(term, 5);
      expect(found['discriminatorLoss']).toBeCloseTo(loss, 5);
      await session.dispose();
    },
  );

  it('learns from real samples, and from generated ones where that is asked for', async () => {
    // The gradient in the biases is the mean of p − y: over the real samples (0.5, 0.5) − (1, 0), over the
    // generated ones (0.5, 0.5) − (0, 1). The real p are (σ(1), σ(−1)) and (σ(−1), σ(1)), (0.5, 0.5) in the mean.
    const bias = 'discriminator/labels_classifier/bias';
    const alone = await prepare({ fake: false });
    await alone.run('discriminator', batch);
    expect(rounded(await read(alone, bias))).toEqual([0.5, -0.5]);
    await alone.dispose();
    const both = await prepare({});
    await both.run('discriminator', { ...batch, labels });
    expect(rounded(await read(both, bias))).toEqual([0, 0]);
    await both.dispose();
  });

  it('teaches the generator, and is not taught by it', async () => {
    const session = await prepare({ generatorWeight: 4 });
    const found = await session.run('generator', { labels });
    expect(found['generatorClassLoss']).toBeCloseTo(fake, 5);
    expect(found['generatorLoss']).toBeCloseTo(4 * fake, 5);
    // The gradient in the samples is p − y = (0.5, −0.5), times 4.
    expect(rounded(await read(session, 'generator/dense_0/bias'))).toEqual([-2, 2]);
    expect(await read(session, classifier)).toEqual([1, 0, 0, 1]);
    expect(await read(session, 'discriminator/labels_classifier/bias')).toEqual([0, 0]);
    await session.dispose();
  });
});

describe('codes', () => {
  const output = 'recognition/codes_output';
  const trunk = 'discriminator/trunk/kernel';
  const changes = (training: GanSpec['training'] = {}): Partial<GanSpec> => ({
    data,
    labels: { codes: { categorical: [2], continuous: 1 } },
    discriminator: {
      layers: [
        { type: 'dense', name: 'trunk', units: 2 },
        { type: 'dense', name: 'dense_0', units: 1 },
      ],
    },
    optimizers: {
      generator: { type: 'sgd', learningRate: 0.5 },
      discriminator: { type: 'sgd', learningRate: 1 },
    },
    training,
  });
  // All samples are (1, 0), and so are their features; the recognition network says (1, 0 | 0.5).
  const state = {
    [generator]: [0, 0, 0, 0, 0, 0, 0, 0],
    'generator/dense_0/bias': [1, 0],
    [trunk]: [1, 0, 0, 1],
    [`${output}/kernel`]: [1, 0, 0.5, 0, 0, 0],
  };
  const feeds = { 'codes/categorical_0': [1, 0, 0, 1], 'codes/continuous': [0.25, -0.5] };
  const categorical = -(logSoftmax(1, 0) + logSoftmax(0, 1)) / 2;
  const continuous = (0.5 * 0.25 ** 2 + 0.5 * 1 ** 2) / 2;
  // Gradients in what is said: the mean of p − y, and a tenth of the mean of what is said less what was meant.
  const sigmoid = 1 / (1 + Math.exp(-1));
  const gradients = [sigmoid - 0.5, 0.5 - sigmoid, 0.1 * ((0.25 + 1) / 2)] as const;

  it('are terms of the generator loss alone', async () => {
    const session = await prepareTiny(changes(), state);
    const found = await session.run('generator', feeds);
    expect(found['codeLoss_0']).toBeCloseTo(categorical, 5);
    expect(found['continuousCodeLoss']).toBeCloseTo(continuous, 5);
    expect(found['generatorLoss']).toBeCloseTo(categorical + 0.1 * continuous, 5);
    expect(Object.keys(await session.run('discriminator'))).toEqual([
      'realScore',
      'fakeScore',
      'discriminatorLoss',
    ]);
    await session.dispose();
  });

  const moved = {
    [`${output}/bias`]: gradients.map((gradient) => -0.5 * gradient),
    // The features are (1, 0): only the first row of the kernel.
    [`${output}/kernel`]: [...state[`${output}/kernel`]].map(
      (value, at) => value - 0.5 * (gradients[at] ?? 0),
    ),
    // Back through the kernel's first row, (1, 0, 0.5).
    'generator/dense_0/bias': [1 - 0.5 * (gradients[0] + 0.5 * gradients[2]), 0],
  };

  it.each([
    ['generator', {}],
    ['joint', { update: 'simultaneous' }],
  ] as const)('train recognition network and generator in the %s step', async (step, training) => {
    const session = await prepareTiny(changes(training), state);
    const real = step === 'joint' ? { real: [1, 0, 1, 0] } : {};
    await session.run(step, { ...feeds, ...real });
    for (const [name, expected] of Object.entries(moved)) {
      expect(rounded(await read(session, name)), name).toEqual(rounded(expected));
    }
    expect(await read(session, trunk)).toEqual([1, 0, 0, 1]);
    await session.dispose();
  });

  it('leave the recognition network as it is in the step of the discriminator', async () => {
    const session = await prepareTiny(changes(), state);
    await session.run('discriminator', { ...feeds, real: [3, 1, 2, 5] });
    expect(await read(session, `${output}/kernel`)).toEqual([1, 0, 0.5, 0, 0, 0]);
    expect(await read(session, `${output}/bias`)).toEqual([0, 0, 0]);
    await session.dispose();
  });

  it('stand behind the latent vector, and take their values in turn in samples', async () => {
    // The first number of a sample is 10 for the first value of the code and 20 for the second.
    const kernel = [0, 0, 10, 0, 20, 0, 0, 1];
    const session = await prepareTiny(changes(), { ...state, [generator]: kernel });
    const { data: samples } = await session.sample(3);
    expect(samples.filter((_value, at) => at % 2 === 0)).toEqual(Float32Array.of(11, 21, 11));
    const continuousCodes = samples.filter((_value, at) => at % 2 === 1);
    expect(new Set(continuousCodes).size).toBe(3);
    expect(Math.max(...continuousCodes.map(Math.abs))).toBeLessThan(1);
    await session.dispose();
  });
});

describe('classes of a batch', () => {
  // Real samples are (1, 0) in class 0 and (−1, 0) in class 1: x₀ − y₀ + y₁ + 8y₀ is 8 for class 0 and 0 for class 1.
  const state = { [discriminator]: [1, 0, 7, 1] };

  it.each([
    ['discriminator', {}],
    ['discriminator', { discriminatorSteps: 2, realBatches: 'repeated' }],
    ['joint', { update: 'simultaneous' }],
  ] as const)('are those of its samples in the %s step with %j', async (step, training) => {
    const changes: Partial<GanSpec> = {
      data,
      labels: { discriminator: 'concat' },
      training: { ...training, batchSize: 1 },
    };
    const session = await prepareTiny(changes, state);
    const found: number[] = [];
    // Twice through the data set, whose second order is another one.
    for (let run = 0; run < 32; run += 1) {
      const { realScore = NaN } = await session.run(step, {
        'optimizer/discriminator/velocityRate': [0],
      });
      found.push(realScore);
    }
    expect([...new Set(rounded(found).map(Math.round))].sort()).toEqual([0, 8]);
    await session.dispose();
  });

  it('are drawn uniformly for generated samples', async () => {
    const changes: Partial<GanSpec> = {
      data: { type: 'ring', modes: 4, count: 512 },
      labels: { discriminator: 'concat' },
      training: { batchSize: 512 },
    };
    for (const own of [0, 1, 2, 3]) {
      const classes = [0, 0, 0, 0].with(own, 1);
      const session = await prepareTiny(changes, { [discriminator]: [0, 0, ...classes] });
      let share = 0;
      for (let run = 0; run < 4; run += 1)
        share += ((await scores(session))['fakeScore'] ?? NaN) / 4;
      // Of 2048 draws; the deviation of the share is √(0.25 · 0.75 / 2048) < 0.01.
      expect(Math.abs(share - 0.25)).toBeLessThan(0.03);
      await session.dispose();
    }
  });
});

it('real and generated samples keep their classes where they are scored together', async () => {
  const session = await prepareTiny(
    { data, labels: { discriminator: 'concat' }, training: { scoring: 'together' } },
    { [discriminator]: [1, 2, 100, 200] },
  );
  const feeds = { real: [1, 0, 0, 1], realLabels: [1, 0, 0, 1], labels: [0, 1, 0, 1] };
  expect(await scores(session, feeds)).toMatchObject({ realScore: 151.5, fakeScore: 200 });
  await session.dispose();
});

it('reused latents bring their classes and codes along', () => {
  const { inputs } = compileTiny({
    data,
    labels: { generator: 'concat', codes: { categorical: [2], continuous: 1 } },
    training: { latents: 'reused', discriminatorSteps: 3 },
  }).program;
  const drawn = inputs.filter(
    ({ graph, source }) => graph === 'generator' && source.kind === 'random',
  );
  expect(drawn.map(({ name, source }) => ({ ...source, name }))).toMatchObject(
    ['codes/categorical_0', 'codes/continuous', 'latent', 'labels'].map((name) => ({
      name,
      stream: `discriminator/${name}`,
      every: 3,
      offset: 2,
    })),
  );
});

describe('a penalty', () => {
  it('sees other samples as of the real classes', async () => {
    // The score is (3, 4) · x for class 0 and twice that for class 1.
    const discriminatorLayers: Network = {
      layers: [
        { type: 'dense', name: 'gate', units: 2, input: 'labels', useBias: false },
        { type: 'multiply', input: ['gate', 'input'] },
        { type: 'dense', name: 'dense_0', units: 1 },
      ],
    };
    const session = await prepareTiny(
      {
        data,
        labels: {},
        discriminator: discriminatorLayers,
        penalties: [{ type: 'r1', weight: 1 }],
      },
      { 'discriminator/gate/kernel': [1, 1, 2, 2], [discriminator]: [3, 4] },
    );
    const { r1 } = await scores(session, { real: [1, 0, 0, 1], realLabels: [1, 0, 0, 1] });
    // ½ mean(5², 10²)
    expect(r1).toBeCloseTo((25 + 100) / 4, 4);
    await session.dispose();
  });
});
