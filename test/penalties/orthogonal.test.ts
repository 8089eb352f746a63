import { describe, expect, it } from 'vitest';
import { orthogonal } from '../../src/penalties/orthogonal.js';
import type { Kernel } from '../../src/entries/penalty.js';
import { tf, type Tensor } from '../../src/tf.js';
import { complete } from '../checks/support/complete.js';
import { penaltyContext } from '../checks/support/entryUse.js';
import { expectTensor } from '../checks/support/cpu.js';

const config = complete('penalty', 'orthogonal');
const samples = { real: tf.zeros([1, 1]), fake: tf.zeros([1, 1]) };
const matrix = tf.tensor2d([
  [1, 2],
  [3, 4],
]);

function valueOf(...kernels: (readonly [Tensor, ...number[]])[]): Tensor {
  const plain = penaltyContext(
    samples,
    (x) => x,
    (x) => x,
  );
  const named = kernels.map(([tensor, ...outputAxes], i): Kernel => {
    return { name: `generator/dense_${i}/kernel`, tensor, outputAxes };
  });
  return orthogonal.value?.({ ...plain, kernels: named }, config) ?? tf.zeros([1]);
}

describe('orthogonal', () => {
  it('is the sum of squared inner products of different filters', () => {
    // Columns (1, 3) and (2, 4): 14², twice.
    expectTensor(valueOf([matrix, 1]), [], [392]);
  });

  it('takes filters along the output axis', () => {
    // Rows (1, 2) and (3, 4): 11², twice.
    expectTensor(valueOf([matrix, 0]), [], [242]);
  });

  it('takes filters along two output axes', () => {
    // Four filters of one number each: products 2, 3, 4, 6, 8, 12, each twice.
    expectTensor(valueOf([matrix, 0, 1]), [], [2 * (4 + 9 + 16 + 36 + 64 + 144)]);
  });

  it('sums over kernels, including those with more outputs than inputs', () => {
    // One number each of three filters: products 2, 3, 6, each twice.
    expectTensor(valueOf([matrix, 1], [tf.tensor2d([[1, 2, 3]]), 1]), [], [392 + 2 * 49]);
  });

  it('does not penalize the norms of filters', () => {
    const perpendicular = tf.tensor4d([5, 0, 0, 7], [1, 1, 2, 2]);
    expectTensor(valueOf([perpendicular, 3]), [], [0]);
    expectTensor(valueOf(), [], [0]);
  });

  it('is a term of the loss of the network that it names', () => {
    expect(orthogonal.networks(config)).toEqual(['generator']);
    const other = complete('penalty', { type: 'orthogonal', network: 'discriminator' });
    expect(orthogonal.networks(other)).toEqual(['discriminator']);
  });
});
