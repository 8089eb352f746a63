import { expect, it } from 'vitest';
import { prepareTiny } from './tinyGan.js';

it('weighs the terms of categorical and continuous codes', async () => {
  const session = await prepareTiny(
    {
      labels: {
        codes: { categorical: [2], continuous: 1, categoricalWeight: 2, continuousWeight: 3 },
      },
    },
    {
      'generator/dense_0/kernel': [0, 0, 0, 0, 0, 0, 0, 0],
      'recognition/codes_output/kernel': [0, 0, 0, 0, 0, 0],
    },
  );
  const found = await session.run('generator', {
    'codes/categorical_0': [1, 0, 0, 1],
    'codes/continuous': [0.5, -0.5],
  });
  // The recognition network says (0, 0 | 0): each class is as likely, and each squared error is 0.25.
  expect(found['codeLoss_0']).toBeCloseTo(Math.LN2, 6);
  expect(found['continuousCodeLoss']).toBeCloseTo(0.125, 6);
  expect(found['generatorLoss']).toBeCloseTo(2 * Math.LN2 + 3 * 0.125, 5);
  await session.dispose();
});
