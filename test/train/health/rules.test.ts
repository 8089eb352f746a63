/** Rules of health on scripted metrics. */
import { expect, it } from 'vitest';
import type { Metrics } from '../../../src/index.js';
import { diversityOf } from '../../../src/train/health/diversity.js';
import { compileTiny } from '../../program/tinyGan.js';
import { eventsOf } from '../scriptedRun.js';

const { health } = compileTiny({
  monitor: {
    health: {
      explodingScores: { action: 'off' },
      gradientNorms: { action: 'warn' },
      saturation: { patience: 3 },
      stalledLoss: { patience: 3 },
    },
  },
}).spec.monitor;

/** Warnings of a run with these metrics, one iteration each. */
async function warnings(...metrics: readonly Metrics[]): Promise<readonly string[]> {
  const monitor = { health, sampleEvery: 0 };
  const metricsAt = (step: number) => metrics[step - 1] ?? {};
  const events = await eventsOf({ steps: metrics.length, metricsAt, monitor });
  return events.flatMap((event) =>
    event.type === 'warning' ? [`${event.code}: ${event.message}`] : [],
  );
}

it('a discriminator saturates once its loss is below the limit for all of the patience', async () => {
  const sure = { discriminatorLoss: 0.005, realScore: 9, fakeScore: -9 };
  const unsure = { ...sure, discriminatorLoss: 0.02 };
  expect(await warnings(sure, sure, unsure, sure, sure)).toEqual([]);
  expect(await warnings(unsure, sure, sure, sure)).toEqual([
    'GAN552: the discriminator saturates: its loss has been below 0.01 for 3 iterations, it is 0.0050 at step 4',
  ]);
  // A loss of wasserstein near 0 means that both samples score alike.
  const alike = { ...sure, realScore: 0, fakeScore: 0.005 };
  expect(await warnings(alike, alike, alike, alike)).toEqual([]);
});

it('losses stand still once both stay at their numbers', async () => {
  const still = { discriminatorLoss: 0.5, generatorLoss: -2 };
  const moved = { ...still, generatorLoss: -2.001 };
  expect(await warnings(still, moved, still, moved, still)).toEqual([]);
  expect(await warnings(moved, still, still, still, still)).toEqual([
    'GAN554: the losses stand still: since step 2 both have been within 0.001 % of 0.5000 and -2.000',
  ]);
});

it('gradients explode or vanish once their norms are outside of the limits ten times in a row', async () => {
  const iterations = (count: number, generatorGradient: number): readonly Metrics[] =>
    Array.from({ length: count }, () => ({ generatorGradient, discriminatorGradient: 1e5 }));
  expect(await warnings(...iterations(9, 1))).toEqual([]);
  expect(await warnings(...iterations(10, 0))).toEqual([
    'GAN551: the gradients vanish in the generator (norm 0.0) and explode in the discriminator (norm 1.0e+5) at step 10',
  ]);
});

it.each([
  [0, /^Gradients vanish where .* let nothing through \(Arjovsky[^)]*\)\.$/],
  [1e5, /^Against exploding gradients, set .* or add r1 or spectralNorm \(Miyato[^)]*\)\.$/],
])('gradients of norm %d have the remedy of their own kind alone', async (norm, hint) => {
  const metricsAt = (): Metrics => ({ generatorGradient: norm, discriminatorGradient: norm });
  const events = await eventsOf({ steps: 10, metricsAt, monitor: { health, sampleEvery: 0 } });
  expect(events.find(({ type }) => type === 'warning')).toMatchObject({
    code: 'GAN551',
    hint: expect.stringMatching(hint) as unknown,
  });
});

it('the diversity of samples is the geometric mean of their distances', () => {
  // Distances 3, 4 and 5.
  const data = Float32Array.of(0, 0, 3, 0, 0, 4);
  expect(diversityOf({ shape: [3, 2], data })).toBeCloseTo((3 * 4 * 5) ** (1 / 3), 4);
});

it('steps report the norms of gradients where the rule is not off', async () => {
  const gan = compileTiny({ monitor: { health: { gradientNorms: { action: 'warn' } } } });
  const session = await gan.prepare({ engine: 'tfjs' });
  // D(x) = x · kernel + bias with wasserstein: ∂L/∂kernel = mean(fake) − mean(real) = (−1, −2), and 0 for the bias.
  const results = await session.run('discriminator', { real: [1, 2, 1, 2], latent: [0, 0] });
  expect(results['discriminatorGradient']).toBeCloseTo(Math.sqrt(5), 5);
  await session.dispose();
});
