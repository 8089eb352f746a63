import { describe, expect, it } from 'vitest';
import { derivativeFailure } from '../../src/checks/derivatives.js';
import { tf } from '../../src/tf.js';

const variables = [
  { name: 'x', shape: [7, 9] },
  { name: 'w', shape: [3] },
];

describe('derivativeFailure', () => {
  it('has nothing against a smooth function of many numbers', () => {
    for (const order of ['first', 'second'] as const) {
      const found = derivativeFailure(order, variables, (_recorder, [x, w]) => {
        if (!x || !w) throw new TypeError('two tensors were declared');
        return tf.mul(tf.sum(tf.mul(tf.square(x), tf.sigmoid(x))), tf.sum(tf.square(w)));
      });
      expect(found).toBeUndefined();
    }
  });

  it('names the one element of many whose derivative is not the finite difference', () => {
    const found = derivativeFailure('first', variables, (_recorder, [x, w]) => {
      if (!x || !w) throw new TypeError('two tensors were declared');
      // Floor has the derivative 0, and climbs in steps.
      const stairs = tf.floor(tf.mul(tf.slice(x, [4, 2], [1, 1]), 1e4));
      return tf.add(tf.sum(tf.square(x)), tf.add(tf.sum(w), tf.sum(stairs)));
    });
    expect(found).toMatch(/^the derivative by x\[38\] is /);
  });

  it('says once that neither a derivative nor the values around it are finite', () => {
    const found = derivativeFailure('first', variables, (_recorder, [x, w]) => {
      if (!x || !w) throw new TypeError('two tensors were declared');
      // The root and the logarithm of a negative number are no numbers.
      return tf.add(tf.sum(tf.sqrt(tf.sub(tf.square(x), 2))), tf.sum(w));
    });
    expect(found).toBe(
      'the derivative by x[0] is NaN, and the values around it are not finite either',
    );
  });

  it('names values that are not finite beside a derivative that is', () => {
    const found = derivativeFailure('first', variables, (recorder, [x, w]) => {
      if (!x || !w) throw new TypeError('two tensors were declared');
      const held = tf.log(tf.neg(tf.square(recorder.stopGradient(x))));
      return tf.add(tf.sum(tf.mul(w, 2)), tf.add(tf.sum(held), tf.mul(tf.sum(x), 3)));
    });
    expect(found).toBe('the derivative by x[0] is 3, and the values around it are not finite');
  });
});
