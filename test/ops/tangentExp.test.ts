import { describe, it } from 'vitest';
import { tangentExp } from '../../src/ops/tangentExp.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';

describe('tangentExp', () => {
  it('is the exponential up to 40 and its tangent beyond', () => {
    const scaled = tf.div(tangentExp(tf.tensor1d([-1, 0, 39, 40, 41, 100])), [
      Math.exp(-1),
      1,
      Math.exp(39),
      ...[40, 40, 40].map(Math.exp),
    ]);
    expectTensor(scaled, [6], [1, 1, 1, 1, 2, 61], 3);
  });
});
