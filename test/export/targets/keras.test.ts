/** The script of the target `keras`. Its numbers are compared in Python, by test/export/python. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSafetensors } from '../../../src/checkpoint/safetensors.js';
import { createCompiler, GanspecError, type GanSpec } from '../../../src/index.js';
import { activated } from '../../../src/export/targets/keras/activations.js';
import { exported } from './exported.js';
import { smallImages } from './smallImages.js';

type Layers = NonNullable<GanSpec['generator']>['layers'];

/** The statements of `build_generator`. */
async function statements(spec: GanSpec): Promise<string> {
  const { folder, session } = await exported(spec, 'keras');
  await session.dispose();
  const script = readFileSync(join(folder, 'generator.py'), 'utf8');
  const [, body = ''] = /names of the spec\."""\n([^]*?)\n\n/.exec(script) ?? [];
  return body.replaceAll(/^ {4}/gm, '');
}

describe('the script', () => {
  it('has one line for each layer, with the names of the spec', async () => {
    const layers: Layers = [
      { type: 'dense', units: 32, name: 'lambda', equalizedLearningRate: true },
      { type: 'reshape', shape: [4, 4, -1] },
      'batchNorm',
      { type: 'leakyReLU', alpha: 0.2 },
      { type: 'conv2dTranspose', filters: 4, kernelSize: 4, strides: 2, useBias: false },
      { type: 'conv2d', filters: 1, kernelSize: 3, padding: 1, activation: 'tanh' },
    ];
    expect(await statements({ ...smallImages, generator: { layers } })).toBe(
      `latent = keras.Input((4,), name="latent")
lambda_2 = layers.Dense(units=32, name="lambda_2")(latent)
reshape_0 = layers.Reshape(target_shape=(4, 4, 2), name="reshape_0")(lambda_2)
batchNorm_0 = layers.BatchNormalization(epsilon=0.001, name="batchNorm_0")(reshape_0)
leakyReLU_0 = layers.LeakyReLU(negative_slope=0.2, name="leakyReLU_0")(batchNorm_0)
conv2dTranspose_0 = layers.Conv2DTranspose(filters=4, kernel_size=4, strides=2, padding="same", use_bias=False, name="conv2dTranspose_0")(leakyReLU_0)
conv2d_0 = layers.Conv2D(filters=1, kernel_size=3, strides=1, padding="valid", activation="tanh", name="conv2d_0")(layers.ZeroPadding2D(1)(conv2dTranspose_0))
return keras.Model([latent], conv2d_0, name="generator")`,
    );
  });

  it('brings along the layers that Keras does not have, if they are needed', async () => {
    const layers: Layers = [
      { type: 'dense', units: 32 },
      { type: 'reshape', shape: [4, 4, 2], name: 'gains' },
      { type: 'learnedConstant', shape: [4, 4, 2], input: 'input' },
      { type: 'multiply', input: ['gains', 'learnedConstant_0'] },
      { type: 'blur', kernel: [1, 2, 1], resize: 'up' },
      'noiseInjection',
      { type: 'conv2d', filters: 1, kernelSize: 3 },
    ];
    const { folder, session } = await exported({ ...smallImages, generator: { layers } }, 'keras');
    await session.dispose();
    const script = readFileSync(join(folder, 'generator.py'), 'utf8');
    expect([...script.matchAll(/^(?:class|def) (\w+)/gm)].map(([, name]) => name)).toEqual([
      'fir',
      'Blur',
      'LearnedConstant',
      'NoiseInjection',
      'build_generator',
      'load_generator',
    ]);
    expect(script).toContain(
      `learnedConstant_0 = LearnedConstant(shape=(4, 4, 2), name="learnedConstant_0")(latent)
    multiply_0 = layers.Multiply(name="multiply_0")([gains, learnedConstant_0])
    blur_0 = Blur(taps=(0.5, 1, 0.5), up=2, padding=(2, 0), name="blur_0")(multiply_0)
    noiseInjection_0 = NoiseInjection(strengths=2, name="noiseInjection_0")([blur_0, generator_noiseInjection_0_noise])`,
    );
  });

  it('joins codes to the latent vector', async () => {
    const text = await statements({
      data: { type: 'ring' },
      latent: { dim: 2 },
      labels: { codes: { categorical: [3], continuous: 1 } },
      generator: { layers: [{ type: 'dense', units: 2 }] },
      discriminator: {
        layers: [
          { type: 'dense', units: 4 },
          { type: 'dense', units: 1 },
        ],
      },
      training: { batchSize: 4 },
    });
    expect(text.split('\n').slice(0, 4)).toEqual([
      'latent = keras.Input((2,), name="latent")',
      'codes_categorical_0 = keras.Input((3,), name="codes_categorical_0")',
      'codes_continuous = keras.Input((1,), name="codes_continuous")',
      'input = layers.Concatenate()([latent, codes_categorical_0, codes_continuous])',
    ]);
  });
});

it('knows every activation of the language', () => {
  for (const { type, schema } of createCompiler().registry.all('activation')) {
    const options = Object.entries(schema.properties as Readonly<Record<string, object>>);
    const defaults = options.map(([key, option]) => [key, Reflect.get(option, 'default')] as const);
    expect(
      () => activated({ ...Object.fromEntries(defaults), type }, 'x', 'y'),
      type,
    ).not.toThrow();
  }
});

it('has the weights as the forward pass has them, by the names of Keras', async () => {
  const layers: Layers = [
    { type: 'dense', units: 64, equalizedLearningRate: 0.5 },
    { type: 'reshape', shape: [8, 8, 1] },
    { type: 'conv2d', filters: 1, kernelSize: 1, spectralNorm: true },
  ];
  const { folder, session } = await exported({ ...smallImages, generator: { layers } }, 'keras');
  const state = await session.readState();
  const file = 'generator.safetensors';
  const found = readSafetensors(readFileSync(join(folder, file)), file);
  expect([...found.keys()].sort()).toEqual([
    'conv2d_0/bias',
    'conv2d_0/kernel',
    'dense_0/bias',
    'dense_0/kernel',
  ]);
  // w · 0.5 / √4 and b · 0.5.
  const [kernel, bias] = ['kernel', 'bias'].map((name) => state.get(`generator/dense_0/${name}`));
  const scaled = (numbers: ArrayLike<number> | undefined, factor: number): readonly number[] =>
    Array.from(numbers ?? [], (value) => Math.fround(value * factor));
  expect([...(found.get('dense_0/kernel')?.data ?? [])]).toEqual(scaled(kernel?.data, 0.25));
  expect([...(found.get('dense_0/bias')?.data ?? [])]).toEqual(scaled(bias?.data, 0.5));
  // A kernel of one number is its own singular value, but for its sign.
  expect(Math.abs(found.get('conv2d_0/kernel')?.data[0] ?? NaN)).toBeCloseTo(1, 5);
  await session.dispose();
});

describe('what Keras does not have', () => {
  const image: Layers = [
    { type: 'dense', units: 64 },
    { type: 'reshape', shape: [8, 8, 1] },
  ];
  it.each<[string, Layers, string]>([
    [
      'a layer',
      [
        { type: 'maxout', units: 64, name: 'largest' },
        { type: 'reshape', shape: [8, 8, 1] },
      ],
      'the layer largest (maxout, /generator/layers/0 of the spec): Keras has no such layer',
    ],
    [
      'a latent vector that is not used',
      [{ type: 'learnedConstant', shape: [8, 8, 1], name: 'basis' }, 'noiseInjection'],
      'the layer basis (learnedConstant, /generator/layers/0 of the spec): the generator does not use its latent vector',
    ],
    [
      'padding of a transposed convolution by numbers',
      [...image, { type: 'conv2dTranspose', filters: 1, kernelSize: 3, padding: 1 }],
      'the layer conv2dTranspose_0 (conv2dTranspose, /generator/layers/2 of the spec): its padding is a number, which transposed convolutions of Keras do not take',
    ],
    [
      'padding of single sides',
      [
        ...image,
        {
          type: 'conv2d',
          filters: 1,
          kernelSize: 3,
          padding: [
            [0, 2],
            [1, 1],
          ],
        },
      ],
      'the layer conv2d_0 (conv2d, /generator/layers/2 of the spec): its padding differs from side to side',
    ],
    [
      'a schedule',
      [...image, { type: 'leakyReLU', alpha: { type: 'linear', from: 0.1, to: 0.3, steps: 10 } }],
      'the layer leakyReLU_0 (leakyReLU, /generator/layers/2 of the spec): its option "alpha" is driven by a schedule',
    ],
  ])('is refused by name, as %s, and nothing is written', async (_what, layers, reason) => {
    const gan = createCompiler().compile({ ...smallImages, generator: { layers } });
    const session = await gan.prepare();
    const root = mkdtempSync(join(tmpdir(), 'ganspec-keras-'));
    const error: unknown = await gan
      .exportTo(session, 'keras', join(root, 'out'))
      .catch((thrown: unknown) => thrown);
    if (!(error instanceof GanspecError)) throw new Error('it was written');
    expect([error.code, error.exitCode, error.message, error.hint]).toEqual([
      'GAN534',
      2,
      `the target keras cannot express ${reason}`,
      'The targets onnx, tfjs, module and browser have every layer; safetensors has the weights.',
    ]);
    expect(existsSync(join(root, 'out'))).toBe(false);
    rmSync(root, { recursive: true });
    await session.dispose();
  });
});
