import { describe, it } from 'vitest';
import { sgd } from '../../src/optimizers/sgd.js';
import { parameterPath } from '../checks/support/entryUse.js';
import { expectNumbers } from '../checks/support/cpu.js';

const gradients = [1, -2, 4];

describe('sgd', () => {
  it('steps against the gradient', () => {
    const options = { type: 'sgd', learningRate: 0.5 };
    expectNumbers(parameterPath(sgd, options, gradients), [-0.5, 0.5, -1.5]);
  });

  it('accumulates a velocity under momentum', () => {
    const options = { type: 'sgd', learningRate: 0.5, momentum: 0.5 };
    // u = 1, then 0.5 − 2 = −1.5, then −0.75 + 4 = 3.25
    expectNumbers(parameterPath(sgd, options, gradients), [-0.5, 0.25, -1.375]);
  });

  it('evaluates the velocity one step ahead under nesterov', () => {
    const options = { type: 'sgd', learningRate: 0.5, momentum: 0.5, nesterov: true };
    // g + 0.5·u = 1.5, then −2 − 0.75 = −2.75, then 4 + 1.625 = 5.625
    expectNumbers(parameterPath(sgd, options, gradients), [-0.75, 0.625, -2.1875]);
  });
});
