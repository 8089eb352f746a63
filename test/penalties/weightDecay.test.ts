import { describe, expect, it } from 'vitest';
import { weightDecay } from '../../src/penalties/weightDecay.js';
import { tf } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { penaltyContext } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

const config = complete('penalty', { type: 'weightDecay', network: 'generator' });

describe('weightDecay', () => {
  it('is half the sum of squares of all kernels', () => {
    const samples = { real: tf.zeros([1, 1]), fake: tf.zeros([1, 1]) };
    const plain = penaltyContext(
      samples,
      (x) => x,
      (x) => x,
    );
    const kernels = [tf.tensor2d([[1, 2]]), tf.tensor2d([[3]])].map((tensor) => ({
      name: 'generator/dense_0/kernel',
      tensor,
      outputAxes: [1],
    }));
    // A bias is no kernel.
    const parameters = [...kernels.map(({ tensor }) => tensor), tf.tensor1d([10])];
    const value = weightDecay.value?.({ ...plain, kernels, parameters }, config);
    // ½ · (1 + 4 + 9)
    expectTensor(value ?? tf.zeros([1]), [], [7]);
  });

  it('is a term of the loss of the network that it names', () => {
    expect(weightDecay.networks(config)).toEqual(['generator']);
    expect(weightDecay.networks(complete('penalty', 'weightDecay'))).toEqual(['discriminator']);
  });
});
