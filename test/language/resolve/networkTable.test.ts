import { expect, it } from 'vitest';
import { networkTable } from '../../../src/language/resolve/networkTable.js';
import { network, resolveText, ringSpec } from './resolveText.js';

it('shows a network as a table with totals', () => {
  const { resolved } = resolveText(
    ringSpec({
      generator: network({ type: 'dense', units: 1000 }, 'leakyReLU', { type: 'dense', units: 2 }),
    }),
  );
  // By hand: dense has in · out + out parameters and 2 · in · out FLOPs; leakyReLU one FLOP per value.
  expect(resolved && networkTable(resolved.networks.generator))
    .toBe(`generator: 4 → 2 (FLOPs and activation bytes per sample)
layer        type       output  parameters   FLOPs  activation
-----------  ---------  ------  ----------  ------  ----------
dense_0      dense      1000         5,000   8,000     3.9 KiB
leakyReLU_0  leakyReLU  1000             0   1,000     3.9 KiB
dense_1      dense      2            2,002   4,000         8 B
-----------  ---------  ------  ----------  ------  ----------
total                                7,002  13,000     7.8 KiB
`);
});

const layer = { name: 'a', type: 'dense', outputShape: [2], parameterCount: 1, flops: 1 };

it.each([
  ['no object', 5],
  ['another object', { name: 'generator' }],
  ['a layer without sizes', { name: 'g', inputShape: [1], outputShape: [2], layers: [layer] }],
])('refuses %s', (_, given) => {
  expect(() => networkTable(given as never)).toThrow(
    expect.objectContaining({
      code: 'GAN540',
      message: `network of networkTable must be a network, as \`gan.resolved.networks\` has them, not ${typeof given === 'number' ? '5' : 'an object'}`,
    }),
  );
});
