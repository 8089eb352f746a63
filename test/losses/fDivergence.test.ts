import { describe, expect, it } from 'vitest';
import { evaluateLoss } from '../../src/checks/evaluateLoss.js';
import { fDivergence } from '../../src/losses/fDivergence.js';
import { complete, registry } from '../checks/support/complete.js';
import { lossesAt } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

const at = (divergence: string, generator = 'minimax') =>
  lossesAt(fDivergence, { type: 'fDivergence', divergence, generator }, [1], [2]);

/** The bound if points with p/q = 2 have this score and points with p/q = ½ its negative. */
const boundOf = (divergence: string, score: number): number => {
  const loss = complete('loss', { type: 'fDivergence', divergence });
  // Two of three real samples, and one of three generated ones, lie where p/q = 2.
  const scores = { real: [score, score, -score], fake: [score, -score, -score] };
  return -evaluateLoss(loss, scores, registry).discriminatorLoss;
};

describe('fDivergence', () => {
  it('is the negative variational bound at real score 1 and fake score 2', () => {
    expectTensor(at('kl').discriminator, [], [Math.E - 1]);
    expectTensor(at('reverseKl').discriminator, [], [1 + Math.exp(-1)]);
    // ¼ · 4 + 2 − 1
    expectTensor(at('pearson').discriminator, [], [2]);
    expectTensor(at('squaredHellinger').discriminator, [], [Math.exp(2) - 2 + Math.exp(-1)]);
    // sp(2) + sp(−1) − 2 · log 2
    expectTensor(at('jensenShannon').discriminator, [], [2.126928 + 0.313262 - 1.386294]);
    // ½ · (tanh 2 − tanh 1)
    expectTensor(at('totalVariation').discriminator, [], [(0.964028 - 0.761594) / 2]);
  });

  it('has a minimax and a non-saturating generator loss', () => {
    expectTensor(at('kl').generator, [], [-Math.E]);
    expectTensor(at('kl', 'nonSaturating').generator, [], [-2]);
    expectTensor(at('squaredHellinger').generator, [], [1 - Math.exp(2)]);
    expectTensor(at('squaredHellinger', 'nonSaturating').generator, [], [Math.exp(-2) - 1]);
  });

  it('equals the divergence at the optimal scores', () => {
    // Two points, p = (2/3, 1/3) and q = (1/3, 2/3); for both divergences e^v is p/q at the optimal scores v.
    const kl = (2 / 3) * Math.log(2) - (1 / 3) * Math.log(2);
    expect(boundOf('reverseKl', Math.log(2))).toBeCloseTo(kl, 12);
    // Sum of the KL divergences of p and q to their mean (½, ½)
    const js = 2 * ((2 / 3) * Math.log(4 / 3) + (1 / 3) * Math.log(2 / 3));
    // The graph holds log 2 as a float32 number.
    expect(boundOf('jensenShannon', Math.log(2))).toBeCloseTo(js, 7);
  });

  it('continues an exponential as its tangent from 40 on', () => {
    const loss = complete('loss', { type: 'fDivergence', divergence: 'kl' });
    const values = evaluateLoss(loss, { real: [0], fake: [43] }, registry);
    // The exponent is 42, two beyond the start of the tangent.
    expect(values.discriminatorLoss / Math.exp(40)).toBeCloseTo(3, 9);
    expect((values.gradients.discriminatorByFake[0] ?? NaN) / Math.exp(40)).toBeCloseTo(1, 9);
  });
});
