import { describe, expect, it } from 'vitest';
import { hardSigmoid } from '../../src/activations/hardSigmoid.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'hardSigmoid');

describe('hardSigmoid', () => {
  it('applies its formula to every element', () => {
    expectTensor(
      hardSigmoid.apply(tf.tensor1d([-3, -1, 0, 2, 3]), options),
      [5],
      [0, 0.3, 0.5, 0.9, 1],
    );
  });

  it('takes its output range from the values at the input bounds', () => {
    expect(hardSigmoid.range([-1, 2], options)).toEqual([0.3, 0.9]);
    expect(hardSigmoid.range([-Infinity, Infinity], options)).toEqual([0, 1]);
  });
});
