import { describe, expect, it } from 'vitest';
import { evaluateLoss } from '../../src/checks/evaluateLoss.js';
import { evaluatePenalty } from '../../src/checks/evaluatePenalty.js';
import { complete, registry } from './support/complete.js';

describe('evaluateLoss', () => {
  it('gives losses and derivatives of hinge as worked out by hand', () => {
    const hinge = complete('loss', { type: 'hinge', margin: 2 });
    // relu(2 − 1.5) + relu(2 + 0.2) over 2 is 1.35; relu(2 + 0.3) + relu(2 − 1) over 2 is 1.65.
    const values = evaluateLoss(hinge, { real: [1.5, -0.2], fake: [0.3, -1] }, registry);
    expect(values.discriminatorLoss).toBeCloseTo(3, 12);
    expect(values.generatorLoss).toBeCloseTo(0.35, 12);
    expect(values.gradients).toEqual({
      discriminatorByReal: [-0.5, -0.5],
      discriminatorByFake: [0.5, 0.5],
      generatorByReal: [0, 0],
      generatorByFake: [-0.5, -0.5],
    });
  });

  it('takes batches of different sizes and the first value of a schedule', () => {
    const target = { type: 'linear', from: 3, to: 0, steps: 10 };
    const loss = complete('loss', { type: 'leastSquares', realTarget: target });
    // ½ · (1 − 3)² + ½ · (2² + 4²) / 2
    expect(evaluateLoss(loss, { real: [1], fake: [2, 4] }, registry).discriminatorLoss).toBe(7);
  });

  it('gives what becomes of the state, and what is reported', () => {
    const began = complete('loss', { type: 'began', gamma: 0.5, lambda: 0.1 });
    // k starts at 0; 0.1 · (0.5 · 2 − 0.5); 2 + |0.5 · 2 − 0.5|
    const values = evaluateLoss(began, { real: [1, 3], fake: [0.5] }, registry);
    expect(values.discriminatorLoss).toBe(2);
    expect(values.nextState?.['k']).toBeCloseTo(0.05, 7);
    expect(values.reports).toEqual({ convergence: 2.5 });
  });

  it('draws random numbers, the same each time', () => {
    const noisy = complete('loss', { type: 'nonSaturating', labelNoise: 1 });
    const { discriminatorLoss } = evaluateLoss(noisy, { real: [0], fake: [2] }, registry);
    // A chance that no spec may give flips every label: log 2 + log(1 + e^−2)
    expect(discriminatorLoss).toBeCloseTo(Math.log(2) + Math.log1p(Math.exp(-2)), 12);
  });
});

describe('evaluatePenalty', () => {
  const tiny = { weights: [3, 4], activation: 'linear', real: [1, 1], fake: [0, 0] };

  it('gives the value and the gradient of a penalty on a linear discriminator', () => {
    // ½ · ‖(3, 4)‖²; its gradient is the weights themselves.
    const r1 = evaluatePenalty(complete('penalty', { type: 'r1' }), tiny, registry);
    expect(r1).toEqual({ value: 12.5, gradientByWeights: [3, 4], projectedWeights: null });
    // (5 − 1)², 2 · 4 · (3, 4) / 5
    const gp = evaluatePenalty(complete('penalty', { type: 'gradientPenalty' }), tiny, registry);
    expect(gp.value).toBeCloseTo(16, 10);
    expect(gp.gradientByWeights?.[0]).toBeCloseTo(4.8, 10);
    expect(gp.gradientByWeights?.[1]).toBeCloseTo(6.4, 10);
  });

  it('gives what a penalty makes of the weights', () => {
    const clip = complete('penalty', { type: 'weightClip', limit: 0.5 });
    expect(evaluatePenalty(clip, { ...tiny, weights: [3, -4] }, registry)).toEqual({
      value: null,
      gradientByWeights: null,
      projectedWeights: [0.5, -0.5],
    });
  });

  it('bends the discriminator by an activation', () => {
    // ½ · (w · (1 − tanh² w))² at w = ½
    const derivative = 0.5 * (1 - Math.tanh(0.5) ** 2);
    const bent = { weights: [0.5], activation: 'tanh', real: [1], fake: [0] };
    const { value } = evaluatePenalty(complete('penalty', { type: 'r1' }), bent, registry);
    expect(value).toBeCloseTo(derivative ** 2 / 2, 12);
  });

  it('takes a generator, several samples and either network', () => {
    const gan = { ...tiny, real: [1, 1, 2, 0], fake: [1, 0, 0, 1], generator: [1, 2, 3, 4] };
    const decay = complete('penalty', { type: 'weightDecay', network: 'generator' });
    expect(evaluatePenalty(decay, gan, registry)).toMatchObject({
      value: 15,
      gradientByWeights: [1, 2, 3, 4],
    });
    const matching = complete('penalty', { type: 'featureMatching', layer: 'any' });
    // weights · x: mean (4.5, 2) of real samples, (6, 12) of the generated (1, 2) and (3, 4)
    expect(evaluatePenalty(matching, gan, registry).value).toBe(1.5 ** 2 + 10 ** 2);
    const zcr = complete('penalty', { type: 'consistency', mode: 'zcr' });
    expect(evaluatePenalty(zcr, gan, registry, 'discriminator').value).toBeGreaterThan(0);
    expect(evaluatePenalty(zcr, gan, registry, 'generator').value).toBeLessThan(0);
  });

  it('gives what becomes of the numbers that a penalty keeps', () => {
    const lecam = complete('penalty', { type: 'lecam', decay: 0.5 });
    // Scores 7 and 0, halved.
    expect(evaluatePenalty(lecam, tiny, registry).nextState).toEqual({
      meanReal: 3.5,
      meanFake: 0,
    });
  });

  it('works for every penalty', () => {
    for (const { schema } of registry.all('penalty')) {
      for (const example of schema.examples) {
        const values = evaluatePenalty(complete('penalty', example), tiny, registry);
        const found = [values.value, ...(values.projectedWeights ?? [])];
        expect(found.filter((number) => number !== null).every(Number.isFinite)).toBe(true);
      }
    }
  });
});
