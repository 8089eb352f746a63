import { describe, expect, it } from 'vitest';
import { definePenalty } from '../../src/entries/penalty.js';
import type { PenaltyContext, PenaltyEntry } from '../../src/entries/penalty.js';
import { tf, type Tensor } from '../../src/tf.js';
import { failures, named } from './support/odd.js';

const penaltyOf = (value: (context: PenaltyContext) => Tensor, perSample = true): PenaltyEntry =>
  definePenalty({ ...named('penalty'), perSample, value });

const squaredNorms = ({ real, discriminator, gradient }: PenaltyContext): Tensor =>
  tf.sum(tf.reshape(tf.square(gradient(discriminator(real), real)), [real.shape[0], -1]), 1);

const sums =
  /^value: is the same for a batch and for that batch twice over, or nearly so where it compares samples: with \{"type":"acme\/odd"\}: it is [-\d.e]+ for \d+ samples, and [-\d.e]+ for the same ones twice over$/;

describe('a penalty', () => {
  it.each<[string, PenaltyEntry]>([
    ['adds up squared gradients', penaltyOf((context) => tf.sum(squaredNorms(context)))],
    [
      'takes one norm of all gradients',
      penaltyOf((context) => tf.sqrt(tf.add(tf.sum(squaredNorms(context)), 1e-6))),
    ],
    [
      'adds up random mixtures',
      penaltyOf(({ real, fake, discriminator, random }) => {
        const mix = random('mix', [real.shape[0], ...real.shape.slice(1).map(() => 1)], {
          kind: 'uniform',
          low: 0,
          high: 1,
        });
        return tf.sum(discriminator(tf.add(real, tf.mul(mix, tf.sub(fake, real)))));
      }),
    ],
    [
      'adds up over compared samples',
      penaltyOf(
        ({ scores }) => tf.sum(tf.square(tf.sub(scores.real, tf.mean(scores.real)))),
        false,
      ),
    ],
  ])('that %s is found', async (_title, penalty) => {
    expect(await failures(penalty)).toEqual([expect.stringMatching(sums)]);
  });

  it.each<[string, PenaltyEntry]>([
    ['of means', penaltyOf((context) => tf.mean(squaredNorms(context)))],
    ['of the largest', penaltyOf((context) => tf.max(squaredNorms(context)))],
    [
      'of an unbiased variance',
      penaltyOf(({ scores: { real } }) => {
        const n = real.shape[0];
        return tf.div(tf.sum(tf.square(tf.sub(real, tf.mean(real)))), n - 1);
      }, false),
    ],
  ])('%s passes', async (_title, penalty) => {
    expect(await failures(penalty)).toEqual([]);
  });
});
