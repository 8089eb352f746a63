import { expect, it } from 'vitest';
import { createBatches } from '../../../src/train/feeds/batches.js';

it('refuses a data set with fewer samples than a batch', () => {
  const three = { shape: [1], range: null, count: 3, classes: null, read: () => undefined };
  expect(() => createBatches(three, 4, 1)).toThrow(
    expect.objectContaining({
      code: 'GAN416',
      exitCode: 4,
      message: 'the data set has 3 samples, fewer than a batch of 4',
      hint: 'Use a training.batchSize of 3 at most, or more data.',
    }),
  );
});
