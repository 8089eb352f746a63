import { describe, expect, it } from 'vitest';
import { defineLayer, definePenalty, tf, type Entry, type GanSpec } from '../../src/index.js';
import type { PenaltyContext } from '../../src/index.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { SpecError } from '../../src/diagnostics/errors.js';
import type { Tensor } from '../../src/tf.js';
import { named } from '../checks/support/odd.js';
import { compileTiny } from './tinyGan.js';

const penaltyOf = (value: (context: PenaltyContext) => Tensor): Entry =>
  definePenalty({ ...named('penalty'), perSample: true, value });

/** The diagnostic of a GAN with a penalty, without the line of this file that its message ends with. */
function failure(value: (context: PenaltyContext) => Tensor): Diagnostic {
  try {
    compileTiny({ penalties: ['acme/odd'] } as unknown as Partial<GanSpec>, [penaltyOf(value)]);
  } catch (error) {
    const [first] = error instanceof SpecError ? error.diagnostics : [];
    if (first === undefined) throw error;
    const line = / \(at test\/program\/contextArguments\.test\.ts:\d+\)$/;
    expect(first.message).toMatch(line);
    return { ...first, message: first.message.replace(line, '') };
  }
  throw new Error('nothing was thrown');
}

const here = 'value of penalty "acme/odd": ';

describe('a distribution in another form', () => {
  const noise = (distribution: unknown) =>
    failure(({ real, random }) => tf.mean(random('noise', real.shape, distribution as never)));

  it.each([
    ['its kind alone', 'normal', '"normal", which is no distribution'],
    [
      'a number left out',
      { kind: 'normal', mean: 0 },
      'a distribution of kind "normal" whose stddev is missing',
    ],
    [
      'a number of another name',
      { kind: 'normal', mean: 0, stddev: 1, std: 2 },
      'a distribution of kind "normal" that has no "std"',
    ],
    [
      'a text for a number',
      { kind: 'normal', mean: 0, stddev: '1' },
      'a distribution of kind "normal" whose stddev is "1"',
    ],
    [
      'a negative deviation',
      { kind: 'normal', mean: 0, stddev: -1 },
      'a distribution of kind "normal" whose stddev is negative: -1',
    ],
  ])('is refused when recorded: %s', (_title, distribution, found) => {
    expect(noise(distribution)).toMatchObject({
      code: 'GAN814',
      pointer: '/penalties/0',
      message: `${here}random("noise", shape, distribution) gets ${found}`,
      hint: "Write it as { kind: 'normal', mean: 0, stddev: 1 }.",
    });
  });

  it('is answered with all forms where its kind is unknown', () => {
    expect(noise({ kind: 'gaussian' })).toMatchObject({
      message: `${here}random("noise", shape, distribution) gets a distribution of kind "gaussian"`,
      hint: "Write it as { kind: 'constant', value: 0 }, { kind: 'uniform', low: -1, high: 1 }, { kind: 'normal', mean: 0, stddev: 1 }, { kind: 'truncatedNormal', mean: 0, stddev: 1 }, { kind: 'bernoulli', probability: 0.5 }, { kind: 'oneHot' }, { kind: 'orthogonal', gain: 1 }, { kind: 'identity', gain: 1 }.",
    });
  });

  it('is refused for bounds in the wrong order and a chance above 1', () => {
    expect(noise({ kind: 'uniform', low: 1, high: 0 }).message).toContain(
      'whose low is above its high: 1, 0',
    );
    expect(noise({ kind: 'bernoulli', probability: 1.5 }).message).toContain(
      'whose probability is not from 0 to 1: 1.5',
    );
  });

  it('is refused in a layer', () => {
    const layer = defineLayer({
      ...named('layer'),
      outputShape: (input) => input,
      apply: (x, _config, _weights, { random }) =>
        tf.add(x, random('noise', x.shape, 'normal' as never)),
    });
    const generator = { layers: [{ type: 'dense', units: 2 }, 'acme/odd'] };
    expect(() => compileTiny({ generator } as Partial<GanSpec>, [layer])).toThrow(
      'apply of layer "acme/odd": random("noise", shape, distribution) gets "normal", which is no distribution',
    );
  });
});

describe('random numbers', () => {
  const normal = { kind: 'normal', mean: 0, stddev: 1 } as const;

  it('need a name and a shape', () => {
    expect(
      failure(({ random }) => tf.mean(random([2, 2] as never, normal as never, 3 as never)))
        .message,
    ).toBe(`${here}random(…, shape, distribution) has no name`);
    expect(failure(({ random }) => tf.mean(random('noise', 3 as never, normal))).message).toBe(
      `${here}random("noise", shape, distribution) has the shape 3`,
    );
  });

  it('of one name have one distribution', () => {
    const uniform = { kind: 'uniform', low: 0, high: 1 } as const;
    expect(
      failure(({ random }) =>
        tf.add(tf.mean(random('mix', [2, 1], normal)), tf.mean(random('mix', [2, 1], uniform))),
      ),
    ).toMatchObject({
      code: 'GAN814',
      message: `${here}the random numbers "odd/mix" have two distributions: {"kind":"normal","mean":0,"stddev":1} and {"kind":"uniform","low":0,"high":1}`,
    });
  });
});

describe('fixed numbers', () => {
  const fixed = (values: unknown, shape: unknown) =>
    failure(({ constant }) => tf.mean(constant(values as never, shape as never)));

  it('are as many as their shape has, one after the other', () => {
    expect(fixed([1, 2, 3], [2, 2])).toMatchObject({
      code: 'GAN814',
      message: `${here}constant(values, shape) gets 3 numbers for the shape [2, 2]`,
      hint: 'Give the numbers one after the other, row by row, and as many as the shape has.',
    });
    expect(
      fixed(
        [
          [1, 2],
          [3, 4],
        ],
        [2, 1],
      ).message,
    ).toBe(`${here}constant(values, shape) gets lists among its numbers`);
    expect(fixed([1], 1).message).toBe(`${here}constant(values, shape) has the shape 1`);
  });
});

describe('a gradient that is 0 throughout', () => {
  const hint =
    'Differentiate by the very tensor that y is computed from: gradient(discriminator(x), x).';

  it.each<[string, (context: PenaltyContext) => Tensor]>([
    [
      'other samples',
      ({ real, fake, discriminator, gradient }) => gradient(discriminator(fake), real),
    ],
    [
      'a copy',
      ({ real, discriminator, gradient }) => gradient(discriminator(real), tf.mul(real, 1)),
    ],
    ['a constant', ({ real, constant, gradient }) => gradient(constant([1, 1], [2, 1]), real)],
  ])('is refused when recorded where y comes from %s', (_title, gradientOf) => {
    expect(failure((context) => tf.mean(tf.square(gradientOf(context))))).toMatchObject({
      code: 'GAN814',
      pointer: '/penalties/0',
      message: `${here}gradient(y, x) of y [2, 1] by x [2, 2] is 0 throughout: y is not computed from x`,
      hint,
    });
  });

  it.each<[string, (context: PenaltyContext) => Tensor]>([
    [
      'a held tensor',
      ({ real, discriminator, gradient, stopGradient }) =>
        gradient(discriminator(stopGradient(real)), real),
    ],
    ['a sign', ({ real, discriminator, gradient }) => gradient(discriminator(tf.sign(real)), real)],
    [
      'a comparison',
      ({ real, discriminator, gradient }) =>
        gradient(
          tf.where(tf.greater(discriminator(real), 0), tf.ones([2, 1]), tf.zeros([2, 1])),
          real,
        ),
    ],
  ])('is refused where every way leads through %s', (_title, gradientOf) => {
    expect(failure((context) => tf.mean(tf.square(gradientOf(context))))).toMatchObject({
      code: 'GAN814',
      message: `${here}gradient(y, x) of y [2, 1] by x [2, 2] is 0 throughout: every way from x to y leads through stopGradient, a comparison or another function without derivative`,
    });
  });

  it("is refused by latent vectors in the discriminator's loss", () => {
    expect(
      failure(({ latent, scores, gradient }) => tf.mean(gradient(scores.fake, latent))).message,
    ).toContain('is 0 throughout');
  });
});
