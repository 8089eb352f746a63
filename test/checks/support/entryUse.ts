/** Entries of the smaller kinds by themselves, run eagerly with the options that a spec would write. */
import './cpu.js';
import type { Shape } from '../../../src/ir/tensorType.js';
import { drawInto } from '../../../src/random/draw.js';
import type { Distribution } from '../../../src/random/distribution.js';
import type { InitializerEntry } from '../../../src/entries/initializer.js';
import type { LossEntry, LossContext } from '../../../src/entries/loss.js';
import type { OptimizerEntry } from '../../../src/entries/optimizer.js';
import type { PenaltyContext } from '../../../src/entries/penalty.js';
import { scheduleOf, type Clock } from '../../../src/language/schedule.js';
import type { Scheduled } from '../../../src/language/normalSpec.js';
import { tf, type Scalar, type Tensor } from '../../../src/tf.js';
import { complete, registry } from './complete.js';
import type { Options } from './runLayer.js';

const noState: LossContext = {
  state: {},
  update: (name) => {
    throw new Error(`the state number "${name}" was not declared`);
  },
  report: () => undefined,
  stopGradient: (x) => x,
  constant: (values, shape) => tf.tensor([...values], [...shape]),
  random: (name) => {
    throw new Error(`the loss asks for "${name}", which the test does not give`);
  },
};

/** Both losses at given scores. @param given Parts of the context that the loss uses. */
export function lossesAt(
  loss: LossEntry,
  options: Options,
  real: readonly number[],
  fake: readonly number[],
  scheduled: Readonly<Record<string, Tensor>> = {},
  given: Partial<LossContext> = {},
): { discriminator: Tensor; generator: Tensor } {
  const config = { ...complete('loss', options), ...scheduled };
  const column = (values: readonly number[]): Tensor =>
    tf.tensor2d([...values], [values.length, 1]);
  const scores = { real: column(real), fake: column(fake) };
  return {
    discriminator: loss.discriminatorLoss(scores, config, { ...noState, ...given }),
    generator: loss.generatorLoss(scores, config, { ...noState, ...given }),
  };
}

/**
 * A penalty's context around a discriminator whose gradient is known in closed form.
 *
 * @param mix The one random tensor a penalty may ask for.
 */
export function penaltyContext(
  samples: { readonly real: Tensor; readonly fake: Tensor },
  score: (x: Tensor) => Tensor,
  gradientAt: (x: Tensor) => Tensor,
  mix?: Tensor,
): PenaltyContext & { readonly asked: { name: string; shape: Shape; distribution: unknown }[] } {
  const asked: { name: string; shape: Shape; distribution: unknown }[] = [];
  return {
    ...noState,
    ...samples,
    network: 'discriminator',
    scores: { real: score(samples.real), fake: score(samples.fake) },
    latent: samples.fake,
    otherLatent: () => samples.fake,
    generator: (latent) => latent,
    layer: (_network, _name, origin = 'fake') => samples[origin],
    kernels: [],
    parameters: [],
    asked,
    discriminator: score,
    gradient: (_y, x) => gradientAt(x),
    random: (name, shape, distribution) => {
      asked.push({ name, shape, distribution });
      if (!mix) throw new Error(`the penalty asks for "${name}", which the test does not give`);
      return mix;
    },
  };
}

/** A parameter after each of several updates with these gradients, its slots zero at first. @param start Its first value. */
export function parameterPath(
  optimizer: OptimizerEntry,
  options: Options,
  gradients: readonly number[],
  start = 0,
): number[] {
  const config = complete('optimizer', options);
  let parameter: Tensor = tf.tensor1d([start]);
  let slots = Object.fromEntries(optimizer.slots(config).map((name) => [name, tf.zeros([1])]));
  return gradients.map((gradient, index) => {
    const numbers = Object.entries(optimizer.scalars(config, index + 1));
    const scalars = Object.fromEntries(
      numbers.map(([name, value]): [string, Scalar] => [name, tf.scalar(value)]),
    );
    const next = optimizer.update(parameter, tf.tensor1d([gradient]), slots, scalars);
    parameter = next.parameter;
    slots = { ...next.slots };
    return parameter.dataSync()[0] ?? Number.NaN;
  });
}

/** Values of a built-in schedule at several steps. @param clock Ten images in an epoch of four steps and two. */
export function scheduleAt(
  options: Options,
  steps: readonly number[],
  clock: Clock = { batchSize: 4, count: 10 },
): number[] {
  // Completed options are what a spec's are after normalization; a schedule's type comes from its fragment.
  const valueAt = scheduleOf(complete('schedule', options) as Scheduled, registry, clock);
  return steps.map((step) => valueAt(step));
}

/** The values that an initializer gives a parameter of this shape. */
export function distributionFor(
  initializer: InitializerEntry,
  options: Options,
  shape: Shape,
): Distribution {
  return initializer.distribution(shape, complete('initializer', options));
}

/** Mean and standard deviation of numbers drawn from a distribution. */
export function momentsOf(
  distribution: Distribution,
  shape: Shape,
): { mean: number; stddev: number; count: number } {
  const count = shape.reduce((product, size) => product * size, 1);
  const values = new Float32Array(count);
  drawInto(values, distribution, shape, { seed: 3, stream: 'moments', step: 0 });
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  return { mean, stddev: Math.sqrt(variance), count };
}
