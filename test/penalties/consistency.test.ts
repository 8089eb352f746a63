import { describe, expect, it } from 'vitest';
import { consistency } from '../../src/penalties/consistency.js';
import type { PenaltyContext } from '../../src/entries/penalty.js';
import { tf, type Tensor } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { penaltyContext } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

const configOf = (options: object) => complete('penalty', { type: 'consistency', ...options });
const real = tf.tensor4d([1, 2, 3], [1, 1, 3, 1]);
const fake = tf.tensor4d([0, 5, 1], [1, 1, 3, 1]);
// The score is the first pixel.
const score = (x: Tensor): Tensor => tf.reshape(tf.slice(x, [0, 0, 0, 0], [1, 1, 1, 1]), [1, 1]);

/** A context whose random tensors are filled with these numbers. */
function contextDrawing(
  numbers: Readonly<Record<string, number>>,
  given: Partial<PenaltyContext> = {},
): PenaltyContext & { readonly asked: [string, unknown][] } {
  const asked: [string, unknown][] = [];
  return {
    ...penaltyContext({ real, fake }, score, (x) => x),
    ...given,
    asked,
    random: (name, shape, distribution) => {
      asked.push([name, distribution]);
      return tf.fill([...shape], numbers[name] ?? 0);
    },
  };
}

const valueOf = (context: PenaltyContext, options: object): Tensor =>
  consistency.value?.(context, configOf(options)) ?? real;

describe('consistency', () => {
  it('compares scores of real images before and after a random shift and flip', () => {
    // Flipped: 3 2 1; moved by a column: 2 1 2. The first pixel goes from 1 to 2.
    const context = contextDrawing({ realFlips: 1, realColumns: 1.5 });
    expectTensor(valueOf(context, { shift: 1 }), [], [1]);
    expect(context.asked).toEqual([
      ['realFlips', { kind: 'bernoulli', probability: 0.5 }],
      ['realRows', { kind: 'uniform', low: -0, high: 1 }],
      ['realColumns', { kind: 'uniform', low: -1, high: 2 }],
    ]);
  });

  it('transforms generated images too in balanced mode, each side by its own random numbers', () => {
    const context = contextDrawing({ realFlips: 1, fakeColumns: 1 });
    // 1 and 3; 0 and 5
    expectTensor(valueOf(context, { mode: 'bcr' }), [], [4 + 25]);
  });

  it('pulls scores of nearby latents together and their samples apart in latent mode', () => {
    const latent = tf.tensor2d([[1, 1, 1]]);
    const generator = (z: Tensor): Tensor => tf.reshape(tf.mul(2, z), [1, 1, 3, 1]);
    const scores = { real: score(real), fake: score(generator(latent)) };
    const given = { latent, generator, scores };
    const options = { mode: 'zcr', radius: 0.5 };
    // Samples of 2 become samples of 3.
    const first = contextDrawing({ change: 1 }, given);
    expectTensor(valueOf(first, options), [], [1]);
    const second = contextDrawing({ change: 1 }, { ...given, network: 'generator' });
    expectTensor(valueOf(second, options), [], [-1]);
    expect(first.asked).toEqual([['change', { kind: 'normal', mean: 0, stddev: 1 }]]);
  });

  it('trains the generator only in latent mode and needs images only in the other modes', () => {
    const modes = ['cr', 'bcr', 'zcr'].map((mode) => configOf({ mode }));
    expect(modes.map((config) => consistency.networks(config).length)).toEqual([1, 1, 2]);
    expect(modes.map((config) => consistency.needsImages(config))).toEqual([true, true, false]);
  });
});
