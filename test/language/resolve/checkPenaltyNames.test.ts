import { expect, it } from 'vitest';
import { createCompiler } from '../../../src/index.js';
import { resolveText, ringSpec } from './resolveText.js';

const named = (name: string): string => ringSpec({ penalties: [{ type: 'r1', name }] });

it.each([
  'realScore',
  'generatorClassLoss',
  'continuousCodeLoss',
  'codeLoss_3',
  'augmentProbability',
  'recognition',
  'labels',
  'accumulate',
])('a penalty cannot be called "%s"', (name) => {
  expect(resolveText(named(name)).text)
    .toBe(`spec.json:25:12 error GAN214: a penalty cannot be called "${name}"
   25 |    "name": "${name}"
      |            ${'^'.repeat(name.length + 2)}
   note: every training step has something of that name itself
   hint: give it another "name"
`);
});

it('two penalties cannot be called the same', () => {
  const text = ringSpec({ penalties: ['r1', { type: 'r2', name: 'r1' }] });
  expect(resolveText(text).text).toBe(`spec.json:26:12 error GAN214: two penalties are called "r1"
   26 |    "name": "r1"
      |            ^^^^
   note: spec.json:23:3 penalty 1 has the name already
   hint: give it another "name"
`);
});

it('no penalty can be called as the value of another one for the generator, whichever comes first', () => {
  const zcr = { type: 'consistency', mode: 'zcr', name: 'near' };
  const decay = { type: 'weightDecay', name: 'nearGenerator' };
  expect(resolveText(ringSpec({ penalties: [zcr, decay] })).text)
    .toBe(`spec.json:30:12 error GAN214: two penalties give a value called "nearGenerator"
   30 |    "name": "nearGenerator"
      |            ^^^^^^^^^^^^^^^
   note: spec.json:23:3 penalty 1 has the name already
   hint: give it another "name"
`);
  expect(resolveText(ringSpec({ penalties: [decay, zcr] })).text).toContain(
    'error GAN214: two penalties give a value called "nearGenerator"\n',
  );
});

it('a penalty can be called by a name that only begins like one of a step', () => {
  expect(resolveText(named('codeLoss')).text).toBe('');
});

it('no first part of a name in a GAN with everything can be that of a penalty', () => {
  const { program } = createCompiler().compile({
    data: { type: 'shapes', size: 8, channels: 1, count: 16 },
    latent: { dim: 2 },
    generator: {
      layers: [
        { type: 'dense', units: 64 },
        { type: 'reshape', shape: [8, 8, 1] },
        'batchNorm',
        'tanh',
      ],
    },
    discriminator: { layers: ['flatten', { type: 'dense', units: 1, spectralNorm: true }] },
    labels: {
      generator: 'conditionalBatchNorm',
      discriminator: 'auxiliary',
      codes: { categorical: [2], continuous: 1 },
    },
    training: {
      batchSize: 2,
      ema: {},
      gradientAccumulation: 2,
      instanceNoise: 0.1,
      augment: { policy: ['flip'], target: 0.6 },
    },
  });
  const steps = program.graphs.filter(({ name }) => !['sample', 'score'].includes(name));
  const names = [
    ...program.inputs.map(({ name }) => name),
    ...program.state.map(({ name }) => name),
    ...steps.flatMap(({ outputs }) => outputs.map(({ name }) => name)),
  ];
  const first = [...new Set(names.map((name) => name.split('/')[0] ?? ''))];
  expect(first.filter((name) => !resolveText(named(name)).codes.includes('GAN214'))).toEqual([]);
});
