import { expect, it } from 'vitest';
import { defineLoss, tf } from '../../../src/index.js';
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

const told = { generator: 'concat' };
const optimizer = { type: 'sgd', nesterov: true };
const matching = { type: 'consistency', mode: 'bcr' };
const pulling = { type: 'pullingAway', layer: 'dense_0' };
/** A generator of points that ends in a layer with these options, behind another one. */
const ending = (options: object): Readonly<Record<string, unknown>> => ({
  generator: network('relu', { type: 'dense', units: 2, ...options }),
});
const normalizing = (options: object): Readonly<Record<string, unknown>> => ({
  generator: network({ type: 'layerNorm', ...options }, { type: 'dense', units: 2 }),
});

it.each([
  [
    'labels',
    { labels: { embedding: 4 } },
    'without "generator", "discriminator" or "codes" in it, or a layer that reads "labels"',
  ],
  [
    'features',
    { labels: { generator: 'concat', features: 'dense_0' }, discriminator: points },
    'without "projection", "auxiliary" or "codes"',
  ],
  [
    'auxiliary',
    { labels: { ...told, discriminator: 'concat', auxiliary: { fake: false } } },
    'without "discriminator": "auxiliary"',
  ],
  [
    'images',
    { ...images, training: { augment: { images: 1000 } } },
    'without a "target" to adapt to',
  ],
  [
    'realBatches',
    { training: { realBatches: 'repeated' } },
    'without several "discriminatorSteps"',
  ],
  [
    'realBatches',
    { training: { realBatches: 'repeated', update: 'extraGradient' } },
    'without several "discriminatorSteps"',
  ],
  ['syncBatchNorm', { training: { syncBatchNorm: true } }, 'without a layer "batchNorm"'],
  ['decay', { training: { ema: { halfLife: 100, decay: 0.9 } } }, 'beside "halfLife"'],
  ['rampUp', { training: { ema: { rampUp: 0.05 } } }, 'without a "halfLife"'],
  ['ema', { training: { steps: 10, ema: { start: 10 } } }, 'without more "steps" than its "start"'],
  [
    'cutout',
    { ...images, training: { augment: { policy: ['flip'], strengths: { cutout: 0.5 } } } },
    'without "cutout" in the "policy"',
  ],
  ['nesterov', { optimizers: { generator: optimizer } }, 'without a "momentum" above 0'],
  ['radius', { ...images, penalties: [{ ...matching, radius: 0.1 }] }, 'without "mode": "zcr"'],
  [
    'generatorWeight',
    { ...images, penalties: [{ ...matching, mode: 'cr', generatorWeight: 1 }] },
    'without "mode": "zcr"',
  ],
  [
    'shift',
    { penalties: [{ ...matching, mode: 'zcr', shift: 1 }] },
    'without "mode": "cr" or "bcr"',
  ],
  [
    'biasInitializer',
    ending({ useBias: false, biasInitializer: 'ones' }),
    'without "useBias": true',
  ],
  [
    'biasInitializer',
    {
      labels: {
        codes: {
          continuous: 1,
          layers: [{ type: 'dense', units: 2, useBias: false, biasInitializer: 'ones' }],
        },
      },
    },
    'without "useBias": true',
  ],
  [
    'gammaInitializer',
    normalizing({ scale: false, gammaInitializer: 'zeros' }),
    'without "scale": true',
  ],
  [
    'betaInitializer',
    normalizing({ center: false, betaInitializer: 'ones' }),
    'without "center": true',
  ],
  [
    'kernelInitializer',
    ending({ equalizedLearningRate: 0.5, kernelInitializer: 'heNormal' }),
    'beside "equalizedLearningRate"',
  ],
  [
    'pullingAway',
    { penalties: [pulling], training: { batchSize: 2, packing: 2 } },
    'without a second sample, or pack of samples, in the batch',
  ],
  [
    'leastSquares',
    { loss: { type: 'leastSquares', fakeTarget: 1 } },
    'without a "realTarget" and a "fakeTarget" that differ',
  ],
])('"%s" has no effect in %j', (name, changes, why) => {
  expect(resolveText(ringSpec(changes)).text.split('\n')[0]).toMatch(
    new RegExp(`warning GAN308: "${name}" has no effect ${why}$`),
  );
});

it.each([
  { labels: { generator: 'concat', discriminator: 'projection', embedding: 4 } },
  { labels: { codes: { continuous: 1 }, features: 'dense_0' }, discriminator: points },
  { labels: { ...told, discriminator: 'auxiliary', auxiliary: { fake: false } } },
  {
    labels: { discriminator: 'projection' },
    generator: network({ type: 'concat', input: ['input', 'labels'] }, { type: 'dense', units: 2 }),
  },
  { ...images, training: { augment: { images: 1000, target: 0.5 } } },
  { training: { realBatches: 'repeated', discriminatorSteps: 2 } },
  // What is as it would be without being written.
  ending({ useBias: false, biasInitializer: 'zeros' }),
  ending({ useBias: false, biasInitializer: { type: 'zeros' } }),
  ending({ equalizedLearningRate: true, kernelInitializer: 'glorotNormal' }),
  { training: { ema: { halfLife: 100, decay: 0.999 } } },
  { optimizers: { generator: { type: 'sgd', nesterov: false } } },
  // What acts.
  ending({ biasInitializer: 'ones', kernelInitializer: 'heNormal' }),
  normalizing({ scale: false, betaInitializer: 'ones' }),
  { training: { steps: 11, ema: { start: 10, decay: 0.9 } } },
  { training: { ema: { halfLife: 100, rampUp: 0.05 } } },
  { optimizers: { generator: { ...optimizer, momentum: 0.5 } } },
  {
    optimizers: {
      generator: { ...optimizer, momentum: { type: 'linear', from: 0, to: 0.5, steps: 9 } },
    },
  },
  { ...images, penalties: [{ ...matching, shift: 1 }] },
  { penalties: [{ ...matching, mode: 'zcr', radius: 0.1, generatorWeight: 1 }] },
  { penalties: [pulling], training: { batchSize: 4, packing: 2 } },
])('nothing is without effect in %j', (changes) => {
  expect(resolveText(ringSpec(changes)).text).toBe('');
});

it('reads "actsOnlyWith" and "idle" of a plugin as of a built-in entry', () => {
  const soft = defineLoss<{ type: 'acme/soft'; smooth: boolean; corner: number }>({
    type: 'acme/soft',
    schema: {
      $id: 'acme/soft.schema.json',
      title: 'AcmeSoftLoss',
      description: 'Difference of the scores, with a corner.',
      type: 'object',
      required: ['type'],
      additionalProperties: false,
      properties: {
        type: { const: 'acme/soft' },
        smooth: { type: 'boolean', default: false, description: 'Rounds the corner.' },
        corner: {
          type: 'number',
          default: 1,
          description: 'Width of the corner.',
          actsOnlyWith: { smooth: { const: true } },
        },
      },
      examples: [{ type: 'acme/soft' }],
    },
    scores: 'logits',
    idle: ({ corner }, { batchSize }) =>
      corner === 0
        ? { needs: `a corner, with ${batchSize} samples`, wayOut: 'widen it' }
        : undefined,
    discriminatorLoss: ({ real, fake }) => tf.mean(tf.sub(fake, real)),
    generatorLoss: ({ fake }) => tf.neg(tf.mean(fake)),
  });
  const advice = (options: object): string | undefined =>
    resolveText(ringSpec({ loss: { type: 'acme/soft', corner: 2, ...options } }), {
      plugins: [soft],
    }).text.split('\n')[0];
  expect(advice({})).toMatch(/warning GAN308: "corner" has no effect without "smooth": true$/);
  expect(advice({ smooth: true })).toBe('');
  expect(advice({ smooth: true, corner: 0 })).toMatch(
    /GAN308: "acme\/soft" has no effect without a corner, with 64 samples$/,
  );
});
