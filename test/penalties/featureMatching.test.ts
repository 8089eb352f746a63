import { describe, expect, it } from 'vitest';
import { featureMatching } from '../../src/penalties/featureMatching.js';
import { tf, type Tensor } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { penaltyContext } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

const real = tf.tensor2d([
  [1, 0],
  [3, 2],
]);
const fake = tf.tensor2d([
  [0, 4],
  [1, 4],
]);

function valueOf(options: object): Tensor {
  const plain = penaltyContext(
    { real, fake },
    (x) => x,
    (x) => x,
  );
  const context = {
    ...plain,
    layer: (network: string, name: string, samples = 'fake'): Tensor => {
      expect([network, name]).toEqual(['discriminator', 'features']);
      return samples === 'real' ? real : fake;
    },
  };
  const config = complete('penalty', { type: 'featureMatching', layer: 'features', ...options });
  return featureMatching.value?.(context, config) ?? real;
}

describe('featureMatching', () => {
  it('is the distance between the mean features of real and generated samples', () => {
    // (2, 1) and (0.5, 4)
    expectTensor(valueOf({}), [], [1.5 ** 2 + 3 ** 2]);
    expectTensor(valueOf({ norm: 'absolute' }), [], [4.5]);
  });

  it("is a term of the generator's loss, on a layer of the discriminator", () => {
    expect(featureMatching.networks({ type: 'featureMatching' })).toEqual(['generator']);
    expect(featureMatching.layerOptions).toEqual({ layer: 'discriminator' });
  });
});
