import { describe, expect, it } from 'vitest';
import { gelu } from '../../src/activations/gelu.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'gelu');
const approximate = complete('activation', { type: 'gelu', approximate: true });

describe('gelu', () => {
  it('applies its formula to every element', () => {
    expectTensor(gelu.apply(tf.tensor1d([-1, 0, 2]), options), [3], [-0.158655, 0, 1.9545]);
  });

  it('has an approximation by tanh', () => {
    const y = gelu.apply(tf.tensor1d([-1, 0, 2]), approximate);
    expectTensor(y, [3], [-0.158808, 0, 1.954598]);
  });

  it('has a loose output range', () => {
    // The minimum is −0.1699712 at −0.7517915; above zero the function lies between x / 2 and x.
    expect(gelu.range([-1, 2], options)).toEqual([expect.closeTo(-0.1699712, 7), 2]);
    expectTensor(gelu.apply(tf.tensor1d([-0.7517915]), options), [1], [-0.1699712], 6);
    expect(gelu.range([1, 2], options)).toEqual([0.5, 2]);
    expect(gelu.range([-2, -1], options)).toEqual([expect.closeTo(-0.1699712, 7), 0]);
    expect(gelu.range([-Infinity, Infinity], options)).toEqual([
      expect.closeTo(-0.1699712, 7),
      Infinity,
    ]);
  });

  it('has a loose output range for the approximation', () => {
    expect(gelu.range([-1, 2], approximate)).toEqual([expect.closeTo(-0.1700408, 7), 2]);
    expectTensor(gelu.apply(tf.tensor1d([-0.7524614]), approximate), [1], [-0.1700408], 6);
    expect(gelu.range([1, 2], approximate)).toEqual([0.5, 2]);
  });
});
