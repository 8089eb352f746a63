import { describe, expect, it } from 'vitest';
import { swish } from '../../src/activations/swish.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'swish');

describe('swish', () => {
  it('applies its formula to every element', () => {
    expectTensor(swish.apply(tf.tensor1d([-1, 0, 2]), options), [3], [-0.268941, 0, 1.761594]);
  });

  it('takes its output range from the values at the input bounds', () => {
    expect(swish.range([-1, 2], options)).toEqual([
      expect.closeTo(-0.2689414, 6),
      expect.closeTo(1.7615942, 6),
    ]);
    expect(swish.range([-Infinity, -5], options)).toEqual([expect.closeTo(-0.0334643, 6), 0]);
  });

  it('has its minimum, -0.278465, at -1.278465', () => {
    const minimum = expect.closeTo(-0.278465, 6) as unknown;
    expect(swish.range([-Infinity, Infinity], options)).toEqual([minimum, Infinity]);
    expectTensor(swish.apply(tf.tensor1d([-1.278465]), options), [1], [-0.278465]);
  });
});
