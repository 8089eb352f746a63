import { describe, expect, it } from 'vitest';
import { defineActivation } from '../../src/entries/activation.js';
import { defineDataset } from '../../src/entries/dataset.js';
import { defineInitializer } from '../../src/entries/initializer.js';
import { defineLayer } from '../../src/entries/layer.js';
import { defineLoss } from '../../src/entries/loss.js';
import { defineOptimizer } from '../../src/entries/optimizer.js';
import { definePenalty } from '../../src/entries/penalty.js';
import { defineSchedule } from '../../src/entries/schedule.js';
import type { Entry } from '../../src/entries/entry.js';
import type { TermContext, Scores } from '../../src/entries/termContext.js';
import { tf, type Tensor } from '../../src/tf.js';
import { failures, named } from './support/odd.js';

type LossFunction = (scores: Scores, config: object, context: TermContext) => Tensor;

function lossOf(discriminatorLoss: LossFunction, generatorLoss?: LossFunction): Entry {
  return defineLoss({
    ...named('loss'),
    scores: 'logits',
    discriminatorLoss,
    generatorLoss: generatorLoss ?? (({ fake }) => tf.neg(tf.mean(fake))),
  });
}

const wasserstein: LossFunction = ({ real, fake }) => tf.sub(tf.mean(fake), tf.mean(real));

describe('a loss', () => {
  it('may hold back a gradient', async () => {
    const held = lossOf(({ real, fake }, _config, { stopGradient }) =>
      tf.mean(tf.mul(tf.sub(fake, real), tf.add(1, tf.sigmoid(stopGradient(fake))))),
    );
    expect(await failures(held)).toEqual([]);
  });

  it('with the signs turned round is found in both moves', async () => {
    expect(
      await failures(lossOf((scores, ...rest) => tf.neg(wasserstein(scores, ...rest)))),
    ).toEqual([
      expect.stringMatching(
        /^discriminatorLoss: falls when real scores rise .* it goes from -0\.04/,
      ),
      expect.stringMatching(
        /^discriminatorLoss: falls when fake scores fall .* it goes from -0\.09/,
      ),
    ]);
  });

  it('that overflows in float32 is found at scores of 100', async () => {
    const naive: LossFunction = ({ fake }) => tf.mean(tf.log(tf.add(1, tf.exp(tf.neg(fake)))));
    expect(await failures(lossOf(wasserstein, naive))).toEqual([
      'generatorLoss: is a finite scalar with finite gradients at scores of ±100, or errors of 0 and 100, in float32: with {"type":"acme/odd"}: at real scores -100 and fake scores -100 generatorLoss is Infinity',
    ]);
  });

  it('that is no number is told so without a comparison', async () => {
    const found = await failures(lossOf(({ real }) => tf.mean(tf.log(tf.neg(tf.square(real))))));
    expect(found.map((text) => text.replace(/^.*: with \{"type":"acme\/odd"\}: /, ''))).toEqual([
      'at real scores -100 and fake scores -100 discriminatorLoss is NaN',
      expect.stringMatching(/^the derivative by real\[0\] is [-\d.]+, and .* not finite$/),
      'it is no finite number: NaN',
      'it is no finite number: NaN',
      'it is no finite number: NaN',
    ]);
  });

  it('that throws is told once, with what it threw', async () => {
    const throwing = lossOf(() => {
      throw new Error('not today');
    });
    const [found = '', ...others] = await failures(throwing);
    expect(others).toEqual([]);
    expect(found.replace(/:\d+\)$/, ')')).toBe(
      'discriminatorLoss: is a finite scalar with finite gradients at scores of ±100, or errors of 0 and 100, in float32: with {"type":"acme/odd"} it throws: not today (at test/checks/findings.test.ts)',
    );
  });

  it.each<[LossFunction, string]>([
    [
      ({ fake }) => (fake as unknown as { mul: (by: number) => Tensor }).mul(2),
      'fake.mul is not a function: the operations of tensors are functions, as in tf.mul(fake)',
    ],
    [
      ({ fake }, _config, { state, update }) => {
        update('k', tf.add(state['k'] ?? 0, 1));
        return tf.mean(fake);
      },
      'there is no state "k": declare it with its first value, as in state: () => ({ k: 0 })',
    ],
  ])('that uses what is not there is told the way: %#', async (loss, message) => {
    const [found = ''] = await failures(lossOf(loss));
    expect(found.replace(/ \(at [^()]*\)$/, '')).toBe(
      `discriminatorLoss: is a finite scalar with finite gradients at scores of ±100, or errors of 0 and 100, in float32: with {"type":"acme/odd"} it throws: ${message}`,
    );
  });

  it('that gives no scalar, or draws random numbers, is told so', async () => {
    expect((await failures(lossOf(({ real }) => real)))[0]).toContain(
      'it throws: it gives a tensor of shape [2, 1], not a scalar',
    );
    expect(
      (await failures(lossOf(({ real }) => tf.mul(tf.mean(real), Math.random()))))[0],
    ).toContain('it throws: it computes something else when it is recorded again');
  });

  it('that sums over the batch is found', async () => {
    expect(await failures(lossOf(({ real, fake }) => tf.sum(tf.sub(fake, real))))).toEqual([
      expect.stringMatching(/^discriminatorLoss: is the same for a batch and for that batch twice/),
    ]);
  });
});

describe('a loss on the mean of all generated scores', () => {
  const generatorLoss: LossFunction = ({ fake }) => tf.softplus(tf.neg(tf.mean(fake)));

  it('is found where it calls itself separable', async () => {
    // −σ(−mean) / 2: the mean is −0.35, and 1.15.
    expect(await failures(lossOf(wasserstein, generatorLoss))).toEqual([
      expect.stringMatching(
        /^generatorLoss: has a derivative by each fake score that does not depend on the others, .* it is -0\.293\d* beside -1, and -0\.120\d* beside 2$/,
      ),
    ]);
  });

  it('may say that it is not', async () => {
    const entry = defineLoss({
      ...named('loss'),
      scores: 'logits',
      separable: false,
      discriminatorLoss: ({ real, fake }) => tf.sub(tf.mean(fake), tf.mean(real)),
      generatorLoss: ({ fake }) => tf.softplus(tf.neg(tf.mean(fake))),
    });
    expect(await failures(entry)).toEqual([]);
  });
});

describe('entries of other kinds', () => {
  it('a penalty that does nothing, or changes the shape of a parameter, is found', async () => {
    const idle = definePenalty({ ...named('penalty'), perSample: true });
    expect((await failures(idle))[0]).toBe(
      'value: adds a value to the loss or projects parameters: with {"type":"acme/odd"}: it does neither',
    );
    const sum = definePenalty({ ...named('penalty'), perSample: true, project: (x) => tf.sum(x) });
    expect((await failures(sum))[0]).toContain('it throws: [6] becomes []');
  });

  it('a layer is found that promises another shape, keeps an idle parameter, or draws numbers', async () => {
    const layer = named('layer');
    const shape = defineLayer({ ...layer, outputShape: () => [3], apply: (x) => x });
    expect((await failures(shape))[0]).toBe(
      'outputShape: promises the shape that apply gives: with {"type":"acme/odd"} on [[16]]: with a batch of 3 it promises [3, 3] and gives [3, 16] (training: true)',
    );
    const idle = defineLayer({
      ...layer,
      outputShape: (input) => input,
      parameters: () => [
        { name: 'spare', shape: [2], initial: { kind: 'constant', value: 0 }, trainable: true },
      ],
      apply: (x) => x,
    });
    expect((await failures(idle))[0]).toContain('nothing depends on spare');
    const noisy = defineLayer({
      ...layer,
      outputShape: (input) => input,
      apply: (x) => tf.add(x, tf.randomUniform(x.shape)),
    });
    expect(await failures(noisy)).toEqual([expect.stringContaining('tf.randomUniform')]);
  });

  it('an activation is found that leaves its bounds or mixes values', async () => {
    const wide = defineActivation({
      ...named('activation'),
      apply: (x) => tf.mul(x, 2),
      range: (input) => input,
    });
    expect((await failures(wide))[0]).toContain(
      'inputs from -100 to 100 give -200, outside of -100 to 100',
    );
    const mixing = defineActivation({
      ...named('activation'),
      apply: (x) => tf.sub(x, tf.mean(x)),
      range: () => [-Infinity, Infinity],
    });
    expect((await failures(mixing))[0]).toMatch(
      /^apply: acts on each value by itself, .*: -100 becomes 0 alone/,
    );
  });

  it('an initializer, a schedule and an optimizer are found that give no numbers or climb', async () => {
    let calls = 0;
    const counting = defineSchedule({ ...named('schedule'), make: () => () => (calls += 1) });
    expect((await failures(counting))[0]).toMatch(/^make: has the same value whenever a step/);
    const climbing = defineOptimizer({
      ...named('optimizer'),
      slots: () => [],
      scalars: () => ({ rate: 0.1 }),
      update: (parameter, gradient, _slots, { rate }) => ({
        parameter: tf.add(parameter, tf.mul(gradient, rate)),
        slots: {},
      }),
    });
    expect((await failures(climbing))[0]).toContain('a gradient of 1 moves it by 0.1');
  });

  it.each<[string, object]>([
    ['kind "constant" whose value is NaN', { kind: 'constant', value: NaN }],
    ['kind "normal" whose stddev is "0.1"', { kind: 'normal', mean: 0, stddev: '0.1' }],
    ['kind "uniform" whose low is above its high: 1, -1', { kind: 'uniform', low: 1, high: -1 }],
  ])('an initializer is found that gives a distribution of %s', async (what, form) => {
    const broken = defineInitializer({
      ...named('initializer'),
      distribution: () => form as never,
    });
    expect((await failures(broken))[0]).toBe(
      `distribution: fills vectors, matrices and filters with finite numbers: with {"type":"acme/odd"}: it gives a distribution of ${what} in the shape [1]`,
    );
  });

  it('a data set is found that opens as something else, or leaves its range', async () => {
    const description = { shape: [2], range: [0, 1] as const, count: 8, classes: null };
    const data = defineDataset({
      ...named('dataset'),
      describe: () => description,
      open: () => ({ ...description, count: 9, read: (_indices, out) => out.fill(2) }),
    });
    const found = await failures(data);
    expect(found[0]).toMatch(/^describe: .*"count":8.* opens as .*"count":9/);
    expect(found[1]).toMatch(/^read: fills every number .* 2 is among the numbers/);
  });

  it('a data set is found that writes samples by what JSON does not keep', async () => {
    const description = { shape: [2], range: null, count: 8, classes: null };
    const data = defineDataset<{ readonly type: string }, ReadonlySet<number>>({
      ...named('dataset'),
      describe: () => description,
      open: () => ({ ...description, recipe: new Set([1]), read: (_indices, out) => out.fill(0) }),
      encode: (_samples, _config, { size }) => ({ extension: 'x', bytes: Buffer.from(`${size}`) }),
    });
    expect((await failures(data))[0]).toMatch(/^encode: writes the same file .* another one/);
  });
});
