import { describe, expect, it } from 'vitest';
import { selu } from '../../src/activations/selu.js';
import { drawInto } from '../../src/random/draw.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { complete } from '../checks/support/complete.js';

const options = complete('activation', 'selu');

describe('selu', () => {
  it('applies its formula to every element', () => {
    expectTensor(selu.apply(tf.tensor1d([-1, 0, 2]), options), [3], [-1.111331, 0, 2.101402]);
  });

  it('takes its output range from the values at the input bounds', () => {
    expect(selu.range([-1, 2], options)).toEqual([
      expect.closeTo(-1.1113307, 7),
      expect.closeTo(2.101402, 6),
    ]);
    // −λ·α
    expect(selu.range([-Infinity, Infinity], options)).toEqual([
      expect.closeTo(-1.7580993, 7),
      Infinity,
    ]);
  });

  // Section 2 of the paper: λ and α are chosen for this.
  it('preserves mean 0 and variance 1 of normal values', () => {
    const count = 200_000;
    const normal = new Float32Array(count);
    drawInto(normal, { kind: 'normal', mean: 0, stddev: 1 }, [count], {
      seed: 1,
      stream: 'selu',
      step: 0,
    });
    const y = Array.from(selu.apply(tf.tensor1d(normal), options).dataSync());
    const mean = y.reduce((sum, value) => sum + value, 0) / count;
    const variance = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(count));
    expect(Math.abs(variance - 1)).toBeLessThan(8 / Math.sqrt(count));
  });
});
