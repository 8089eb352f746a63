import { expect, it } from 'vitest';
import { network, resolveText, ringSpec } from './resolveText.js';

const points = network({ type: 'dense', units: 3 }, { type: 'dense', units: 1 });
const images = {
  data: { type: 'noise', shape: [4, 4, 1], classes: 2 },
  generator: network(
    { type: 'dense', units: 16, activation: 'tanh' },
    { type: 'reshape', shape: [4, 4, 1] },
  ),
  discriminator: network('flatten', { type: 'dense', units: 1 }),
};

it.each([
  [
    'labels',
    { labels: { embedding: 4 } },
    '"generator", "discriminator" or "codes" in it, or a layer that reads "labels"',
  ],
  [
    'features',
    { labels: { generator: 'concat', features: 'dense_0' }, discriminator: points },
    '"projection", "auxiliary" or "codes"',
  ],
  [
    'auxiliary',
    { labels: { discriminator: 'concat', auxiliary: { fake: false } } },
    '"discriminator": "auxiliary"',
  ],
  ['images', { ...images, training: { augment: { images: 1000 } } }, 'a "target" to adapt to'],
  ['realBatches', { training: { realBatches: 'repeated' } }, 'several "discriminatorSteps"'],
  [
    'realBatches',
    { training: { realBatches: 'repeated', update: 'extraGradient' } },
    'several "discriminatorSteps"',
  ],
])('"%s" has no effect in %j', (name, changes, needs) => {
  expect(resolveText(ringSpec(changes)).text.split('\n')[0]).toMatch(
    new RegExp(`warning GAN308: "${name}" has no effect without ${needs}$`),
  );
});

it.each([
  { labels: { generator: 'concat', embedding: 4 } },
  { labels: { codes: { continuous: 1 }, features: 'dense_0' }, discriminator: points },
  { labels: { discriminator: 'auxiliary', auxiliary: { fake: false } } },
  {
    labels: {},
    generator: network({ type: 'concat', input: ['input', 'labels'] }, { type: 'dense', units: 2 }),
  },
  { ...images, training: { augment: { images: 1000, target: 0.5 } } },
  { training: { realBatches: 'repeated', discriminatorSteps: 2 } },
])('nothing is without effect in %j', (changes) => {
  expect(resolveText(ringSpec(changes)).text).toBe('');
});
