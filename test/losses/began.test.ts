import { describe, expect, it } from 'vitest';
import { began } from '../../src/losses/began.js';
import { tf, type Tensor } from '../../src/tf.js';
import { lossesAt } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

/** Both losses at mean reconstruction errors of 2 (real) and 0.5 (fake), with the updates and reports of the context. */
function began2(k: number, options: object = {}) {
  const told = new Map<string, Tensor>();
  const tell = (name: string, value: Tensor): void => void told.set(name, value);
  const losses = lossesAt(
    began,
    { type: 'began', ...options },
    [1, 3],
    [0, 1],
    {},
    { state: { k: tf.scalar(k) }, update: tell, report: tell },
  );
  return { ...losses, told };
}

describe('began', () => {
  it('weighs the error of generated samples by k', () => {
    const { discriminator, generator } = began2(0.5);
    // 2 − 0.5 · 0.5
    expectTensor(discriminator, [], [1.75]);
    expectTensor(generator, [], [0.5]);
  });

  it('updates k by lambda times the balance', () => {
    const { told } = began2(0.5, { gamma: 0.6, lambda: 0.1 });
    // 0.5 + 0.1 · (0.6 · 2 − 0.5)
    expectTensor(told.get('k') ?? tf.zeros([1]), [], [0.57]);
  });

  it('keeps k between 0 and 1', () => {
    // The balance is 0.5 · 2 − 0.5 = 0.5, and 0.1 · 2 − 0.5 = −0.3.
    const high = began2(0.9, { lambda: 1 }).told.get('k');
    expectTensor(high ?? tf.zeros([1]), [], [1]);
    const low = began2(0.1, { gamma: 0.1, lambda: 1 }).told.get('k');
    expectTensor(low ?? tf.zeros([1]), [], [0]);
  });

  it('reports the convergence measure', () => {
    // 2 + |0.5 · 2 − 0.5|
    expectTensor(began2(0).told.get('convergence') ?? tf.zeros([1]), [], [2.5]);
  });

  it('starts with k = 0 and uses absolute reconstruction errors', () => {
    expect(began.state({ type: 'began' })).toEqual({ k: 0 });
    expect(began.scores).toBe('reconstruction');
    expect(began.distance({ type: 'began' })).toBe('absolute');
  });
});
