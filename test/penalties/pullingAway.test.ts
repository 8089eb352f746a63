import { describe, expect, it } from 'vitest';
import { pullingAway } from '../../src/penalties/pullingAway.js';
import { tf, type Tensor } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { penaltyContext } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

const config = complete('penalty', { type: 'pullingAway', layer: 'code' });

function valueOf(codes: Tensor): Tensor {
  const plain = penaltyContext(
    { real: codes, fake: codes },
    (x) => x,
    (x) => x,
  );
  return pullingAway.value?.({ ...plain, layer: () => codes }, config) ?? codes;
}

describe('pullingAway', () => {
  it('is the mean squared cosine of different codes, independent of their norms', () => {
    const codes = tf.tensor2d([
      [2, 0],
      [0, 5],
      [3, 4],
    ]);
    // cos² of the pairs: 0, 9/25 and 16/25
    expectTensor(valueOf(codes), [], [1 / 3]);
  });

  it('takes the output of a convolution as one code', () => {
    const codes = tf.tensor4d([1, 0, 0, 0, 1, 0, 0, 1], [2, 2, 2, 1]);
    expectTensor(valueOf(codes), [], [0.5]);
  });

  it('is zero for a single sample', () => {
    expectTensor(valueOf(tf.tensor2d([[3, 4]])), [], [0]);
  });

  it("is a term of the generator's loss, on a layer of the discriminator", () => {
    expect(pullingAway.networks(config)).toEqual(['generator']);
    expect(pullingAway.layerOptions).toEqual({ layer: 'discriminator' });
  });
});
