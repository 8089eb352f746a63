import { describe, expect, it } from 'vitest';
import type { GanSpec } from '../../src/index.js';
import { resolveText, network, ringSpec } from '../language/resolve/resolveText.js';

/** Whether the chance of augmentation may follow the signs of scores under a loss. */
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
  ] as const)('tells real samples from generated ones under %j', (loss) => {
    expect(mayAdapt(loss)).toBe(true);
  });

  it.each([
    // Only differences of scores count: all of them may rise alike.
    'wasserstein',
    'relativistic',
    'relativisticAverage',
    'relativisticAverageHinge',
    'relativisticAverageLeastSquares',
    // As likely real as generated is a score of ½ and of 1.
    'leastSquares',
    // Turned round, and nothing to tell apart.
    { type: 'leastSquares', realTarget: -1, fakeTarget: 1 },
    { type: 'leastSquares', realTarget: 0, fakeTarget: 0 },
    { type: 'fDivergence', divergence: 'kl' },
  ] as const)('says nothing under %j', (loss) => {
    expect(mayAdapt(loss)).toBe(false);
  });
});
