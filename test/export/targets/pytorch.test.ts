/** The project of the target `pytorch` as text, and what it refuses. Its numbers are compared in Python, by test/export/pytorch. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../../src/checkpoint/safetensors.js';
import {
  createCompiler,
  defineLayer,
  defineLoss,
  defineSchedule,
  GanspecError,
  tf,
  type Gan,
  type GanSpec,
} from '../../../src/index.js';
import type { Tensor } from '../../../src/tf.js';
import { exported, newFolder } from './exported.js';
import { convolutional } from './smallImages.js';
import { wordOfTest } from '../wordOfTest.js';

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

describe('the project', () => {
  it('has a class for each network, with the layers of the spec', async () => {
    const { folder, session } = await exported(convolutional, 'pytorch');
    await session.dispose();
    const networks = read(folder, 'networks.py');
    const [, generator = ''] = /(class Generator[^]*?)\n\n\nclass/.exec(networks) ?? [];
    expect(generator).toMatchInlineSnapshot(`
      "class Generator(Network):
          """The generator: [batch, 4] to [batch, 8, 8, 1]."""

          def __init__(self) -> None:
              super().__init__()
              self.dense_0 = Weights(kernel=(4, 32), bias=(32,))
              self.batchNorm_0 = Weights(gamma=(32,), beta=(32,), kept={"movingMean": (32,), "movingVariance": (32,)})
              self.conv2dTranspose_0 = Weights(kernel=(4, 4, 3, 2), bias=(3,))
              self.batchNorm_1 = Weights(gamma=(3,), beta=(3,), kept={"movingMean": (3,), "movingVariance": (3,)})
              self.conv2d_0 = Weights(kernel=(3, 3, 3, 1), bias=(1,))

          def forward(self, input: Tensor, update: bool = False) -> Tensor:
              dense_0 = input @ self.dense_0.kernel + self.dense_0.bias
              if self.training:
                  mean = dense_0.mean(0)
                  difference = dense_0 - mean
                  mean_2 = difference.square().mean(0)
                  scaled = (mean_2 + 0.001).rsqrt() * self.batchNorm_0.gamma
                  batchNorm_0 = difference * scaled + self.batchNorm_0.beta
                  if update:
                      total = self.batchNorm_0.movingMean + 0.01 * (mean - self.batchNorm_0.movingMean)
                      scaled_2 = 0.01 * (mean_2 - self.batchNorm_0.movingVariance)
                      assign(self.batchNorm_0.movingMean, total)
                      assign(self.batchNorm_0.movingVariance, self.batchNorm_0.movingVariance + scaled_2)
              else:
                  inverse = (self.batchNorm_0.movingVariance + 0.001).rsqrt()
                  scaled = (dense_0 - self.batchNorm_0.movingMean) * (inverse * self.batchNorm_0.gamma)
                  batchNorm_0 = scaled + self.batchNorm_0.beta
              relu_0 = batchNorm_0.relu()
              reshape_0 = relu_0.reshape(-1, 4, 4, 2)
              convolved = conv_transpose2d(reshape_0, self.conv2dTranspose_0.kernel, (2, 2), ((1, 1), (1, 1)), (8, 8))
              conv2dTranspose_0 = convolved + self.conv2dTranspose_0.bias
              if self.training:
                  mean = conv2dTranspose_0.mean((0, 1, 2))
                  difference = conv2dTranspose_0 - mean
                  mean_2 = difference.square().mean((0, 1, 2))
                  scaled = (mean_2 + 0.001).rsqrt() * self.batchNorm_1.gamma
                  batchNorm_1 = difference * scaled + self.batchNorm_1.beta
                  if update:
                      total = self.batchNorm_1.movingMean + 0.01 * (mean - self.batchNorm_1.movingMean)
                      scaled_2 = 0.01 * (mean_2 - self.batchNorm_1.movingVariance)
                      assign(self.batchNorm_1.movingMean, total)
                      assign(self.batchNorm_1.movingVariance, self.batchNorm_1.movingVariance + scaled_2)
              else:
                  difference = conv2dTranspose_0 - self.batchNorm_1.movingMean
                  inverse = (self.batchNorm_1.movingVariance + 0.001).rsqrt()
                  scaled = difference * (inverse * self.batchNorm_1.gamma)
                  batchNorm_1 = scaled + self.batchNorm_1.beta
              leakyReLU_0 = F.leaky_relu(batchNorm_1, 0.2)
              convolved = conv2d(leakyReLU_0, self.conv2d_0.kernel, (1, 1), ((1, 1), (1, 1)))
              conv2d_0 = (convolved + self.conv2d_0.bias).tanh()
              return conv2d_0"
    `);
  });

  it('takes the statistics of batch normalization over all ranks where the spec says so', async () => {
    const training = { batchSize: 4, syncBatchNorm: true };
    const { folder, session } = await exported({ ...convolutional, training }, 'pytorch');
    await session.dispose();
    const networks = read(folder, 'networks.py');
    expect(networks).toContain('mean = batch_mean(dense_0, 0)\n');
    expect(networks).toContain('from ops import Network, Weights, assign, batch_mean, ');
    expect(networks).not.toContain('mean((0, 1, 2))');
  });

  it('has losses and penalties as functions', async () => {
    const spec: GanSpec = {
      ...convolutional,
      loss: 'wasserstein',
      penalties: [{ type: 'gradientPenalty', weight: 10, every: 4 }],
    };
    const { folder, session } = await exported(spec, 'pytorch');
    await session.dispose();
    const losses = read(folder, 'losses.py');
    expect(losses.slice(losses.indexOf('def '))).toMatchInlineSnapshot(`
      "def discriminator_loss(real_scores: Tensor, fake_scores: Tensor) -> Tensor:
          return fake_scores.mean() - real_scores.mean()


      def gradient_penalty(step: Step, real: Tensor, fake: Tensor) -> Tensor:
          n = real.shape[0]
          fixed = fake.detach()
          mix = step.draws.uniform("gradientPenalty/mix", (n, 1, 1, 1)) * (real - fixed)
          total = fixed + mix
          total.requires_grad_()
          total_scores = step.discriminator(total)
          slope = gradient(total_scores, total)
          root = (slope.square().sum((1, 2, 3)) + 1e-12).sqrt()
          mean = (root - 1.0).square().mean()
          step.report["gradientPenalty"] = mean.detach()
          return mean * 10.0 * 4.0


      def generator_loss(fake_scores: Tensor) -> Tensor:
          return -fake_scores.mean()


      PROJECTIONS: dict[str, dict[str, Callable[[Step, Tensor], Tensor]]] = {}
      """Changes of a network's parameters after each update, by penalty."""
      "
    `);
    const step = read(folder, 'step.py');
    expect(step.slice(step.indexOf('def '), step.indexOf('def samples'))).toMatchInlineSnapshot(`
      "def discriminator_losses(step: Step, real: Tensor) -> dict[str, Tensor]:
          real_scores = step.discriminator(real)
          fake = step.generator(step.draws.normal("latent", (step.batch, 4))).detach()
          fake_scores = step.discriminator(fake)
          discriminator_total = losses.discriminator_loss(real_scores, fake_scores)
          if "gradientPenalty" in step.due:
              discriminator_total = discriminator_total + losses.gradient_penalty(step, real, fake)
          step.report["discriminatorLoss"] = discriminator_total.detach()
          step.report["realScore"] = real_scores.mean().detach()
          step.report["fakeScore"] = fake_scores.mean().detach()
          return {"discriminator": discriminator_total}


      def generator_losses(step: Step) -> dict[str, Tensor]:
          fake = step.generator(step.draws.normal("latent", (step.batch, 4)), update=True)
          fake_scores = step.discriminator(fake)
          generator_total = losses.generator_loss(fake_scores)
          step.report["generatorLoss"] = generator_total.detach()
          return {"generator": generator_total}


      "
    `);
  });

  it('has settings with schedules, and the spec beside its state', async () => {
    const spec: GanSpec = {
      ...convolutional,
      optimizers: {
        generator: {
          type: 'adam',
          learningRate: {
            type: 'warmUp',
            steps: 10,
            to: { type: 'cosine', from: 1e-3, to: 0, steps: 2, unit: 'epochs' },
          },
        },
      },
      training: { batchSize: 4, ema: { halfLife: 500, rampUp: 0.05 }, gradientClip: { limit: 1 } },
    };
    const { folder, session } = await exported(spec, 'pytorch');
    await session.dispose();
    const lines = read(folder, 'settings.py').split('\n');
    const wanted = /schedules\.|^EMA|^CLIP|^BATCH/;
    expect(lines.filter((line) => wanted.test(line)).join('\n')).toMatchInlineSnapshot(`
      "BATCH = 4
                  "learningRate": schedules.warm_up(0, schedules.cosine(0.001, 0, 2, per_step=0.0625), 10),
      SCHEDULED: dict[str, schedules.Scheduled] = {}
      EMA: Ema | None = Ema(images=4, generator_steps=1, half_life=500, ramp_up=0.05, warm_up=True)
      CLIP: Clip | None = Clip("norm", 1)"
    `);
    const { spec: written = '' } = readMetadata(
      readFileSync(join(folder, 'state.safetensors')),
      'state.safetensors',
    );
    expect(JSON.parse(written)).toEqual(JSON.parse(read(folder, 'spec.json')));
  });
});

/** A gradient by hand, which PyTorch has no form for. */
function slopeOf(x: Tensor): Tensor {
  const attributes = {
    strides: [1, 1],
    pad: 'same',
    dataFormat: 'NHWC',
    filterShape: [1, 1, 1, 1],
  };
  return tf.engine().runKernel<Tensor>('Conv2DBackpropFilter', { x, dy: x }, attributes);
}

const odd = defineLayer<{ type: 'test/odd' }>({
  type: 'test/odd',
  schema: wordOfTest('test/odd', 'OddLayer'),
  outputShape: (input) => input,
  apply: (x) => {
    const [batch = 1] = x.shape;
    return tf.add(x, tf.mul(tf.reshape(slopeOf(x), [1, 1, 1, 1]), 1 / batch));
  },
});

const halving = defineSchedule<{ type: 'test/halving' }>({
  type: 'test/halving',
  schema: wordOfTest('test/halving', 'HalvingSchedule'),
  make: () => (step) => 0.001 * 0.5 ** step,
});

/** The same in a loss. */
const oddLoss = defineLoss<{ type: 'test/oddLoss' }>({
  type: 'test/oddLoss',
  schema: wordOfTest('test/oddLoss', 'OddLoss'),
  scores: 'logits',
  discriminatorLoss: ({ real, fake }) => tf.sub(tf.mean(fake), tf.mean(real)),
  generatorLoss: ({ fake }) => tf.neg(tf.mean(tf.square(slopeOf(tf.reshape(fake, [-1, 1, 1, 1]))))),
});

describe('what PyTorch has no form for', () => {
  const compiler = createCompiler<object>({ plugins: [odd, halving, oddLoss] });
  it.each<[string, () => Gan, string]>([
    [
      'an operation of a plugin',
      () =>
        compiler.compile({
          ...convolutional,
          discriminator: { layers: ['test/odd', 'flatten', { type: 'dense', units: 1 }] },
        }),
      'the layer odd_0 (test/odd): it computes Conv2DBackpropFilter (/discriminator/layers/0 of the spec)',
    ],
    [
      'a schedule of a plugin',
      () =>
        compiler.compile({
          ...convolutional,
          optimizers: { generator: { type: 'adam', learningRate: { type: 'test/halving' } } },
        }),
      'PyTorch has no schedule "test/halving" (/optimizers/generator/learningRate of the spec)',
    ],
    [
      'an operation in a loss of a plugin',
      () => compiler.compile({ ...convolutional, loss: 'test/oddLoss' }),
      'generator_loss: it computes Conv2DBackpropFilter (/loss of the spec)',
    ],
    [
      'top-k training',
      () => compiler.compile({ ...convolutional, training: { batchSize: 4, topK: 0.5 } }),
      'top-k training (/training/topK of the spec)',
    ],
  ])('is refused with its place, as %s, and nothing is written', async (_what, make, reason) => {
    const gan = make();
    const session = await gan.prepare();
    const folder = join(newFolder(), 'out');
    const error: unknown = await gan
      .exportTo(session, 'pytorch', folder)
      .catch((thrown: unknown) => thrown);
    await session.dispose();
    if (!(error instanceof GanspecError)) throw error;
    expect([error.code, error.exitCode, error.message, error.hint]).toEqual([
      'GAN534',
      2,
      `the target pytorch cannot express ${reason}`,
      'Use words that PyTorch has a form for; docs/scale.md lists what is supported.',
    ]);
    expect(existsSync(folder)).toBe(false);
  });
});
