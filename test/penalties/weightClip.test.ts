import { describe, expect, it } from 'vitest';
import { weightClip } from '../../src/penalties/weightClip.js';
import { tf } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { expectTensor } from '../checks/support/cpu.js';

const options = complete('penalty', 'weightClip');
const parameter = tf.tensor2d([[-3, -0.01, 0.005, 0.02]]);

describe('weightClip', () => {
  it('clips every parameter to the limit', () => {
    const clipped = weightClip.project?.(parameter, options);
    expectTensor(clipped ?? parameter, [1, 4], [-0.01, -0.01, 0.005, 0.01]);
  });

  it('takes a scheduled limit', () => {
    const scheduled = { ...options, limit: tf.scalar(1) };
    const clipped = weightClip.project?.(parameter, scheduled);
    expectTensor(clipped ?? parameter, [1, 4], [-1, -0.01, 0.005, 0.02]);
  });

  it('adds nothing to the loss', () => {
    expect(weightClip.value).toBeUndefined();
  });
});
