import { describe, expect, it } from 'vitest';
import type { GanSpec } from '../../src/index.js';
import { resolveText, network, ringSpec } from '../language/resolve/resolveText.js';

/** True if the augmentation probability may adapt to the signs of scores under a loss. */
function mayAdapt(loss: GanSpec['loss']): boolean {
  const { codes } = resolveText(
    ringSpec({
      data: { type: 'noise', shape: [4, 4, 1] },
      generator: network(
        { type: 'dense', units: 16, activation: 'tanh' },
        { type: 'reshape', shape: [4, 4, 1] },
      ),
      discriminator: network('flatten', { type: 'dense', units: 1 }),
      penalties: ['r1'],
      loss,
      training: { augment: { target: 0.6 } },
    }),
  );
  return !codes.includes('GAN294');
}

describe('the sign of a score', () => {
  it.each([
    'minimax',
    'nonSaturating',
    'hinge',
    { type: 'fDivergence', divergence: 'pearson' },
    { type: 'leastSquares', realTarget: 1, fakeTarget: -1, generatorTarget: 0 },
  ] as const)('separates real from generated samples under %j', (loss) => {
    expect(mayAdapt(loss)).toBe(true);
  });

  it.each([
    // Only differences of scores count: a constant added to all of them changes nothing.
    'wasserstein',
    'relativistic',
    'relativisticAverage',
    'relativisticAverageHinge',
    'relativisticAverageLeastSquares',
    // The score at equal densities is ½ here, and 1 for kl.
    'leastSquares',
    // Reversed targets, and equal targets.
    { type: 'leastSquares', realTarget: -1, fakeTarget: 1 },
    { type: 'leastSquares', realTarget: 0, fakeTarget: 0 },
    { type: 'fDivergence', divergence: 'kl' },
  ] as const)('has no meaning under %j', (loss) => {
    expect(mayAdapt(loss)).toBe(false);
  });
});
