/** The notes on what each rank takes over its own samples, found in the recorded functions. */
import { describe, expect, it } from 'vitest';
import { notesOf } from '../../../src/export/targets/pytorch/notes.js';
import { createCompiler, defineLoss, tf } from '../../../src/index.js';
import { outlineGan } from '../../../src/program/outline/outlineGan.js';
import { convolutional } from './smallImages.js';
import { wordOfTest } from '../wordOfTest.js';

/** The worst scores alone count. */
const worst = defineLoss<{ type: 'test/worst' }>({
  type: 'test/worst',
  schema: wordOfTest('test/worst', 'WorstLoss'),
  scores: 'logits',
  separable: false,
  discriminatorLoss: ({ real, fake }) => tf.sub(tf.max(fake), tf.min(real)),
  generatorLoss: ({ fake }) => tf.neg(tf.mean(fake)),
});

/** Means written as sums that are divided by the number of samples. */
const sums = defineLoss<{ type: 'test/sums' }>({
  type: 'test/sums',
  schema: wordOfTest('test/sums', 'SumsLoss'),
  scores: 'logits',
  discriminatorLoss: ({ real, fake }) => {
    const [count = 1] = real.shape;
    return tf.div(tf.sub(tf.sum(tf.tanh(fake)), tf.sum(tf.tanh(real))), count);
  },
  generatorLoss: ({ fake }) => tf.sum(tf.neg(tf.mean(fake))),
});

const plain = {
  ...convolutional,
  generator: {
    layers: [{ type: 'dense', units: 64 }, { type: 'reshape', shape: [8, 8, 1] }, 'tanh'],
  },
  discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
};

function notes(spec: object): readonly string[] {
  const compiler = createCompiler<object>({ plugins: [worst, sums] });
  const { resolved } = compiler.compile({ ...plain, ...spec });
  return notesOf(outlineGan(resolved, compiler.registry));
}

const ofTerms = (...names: readonly string[]): readonly string[] => [
  `on several ranks these functions of losses.py, which are no means over samples, are taken over the samples of each rank, so results differ from one process: ${names.join(', ')}`,
];

describe('losses and penalties of several ranks', () => {
  it.each<[string, object, readonly string[]]>([
    [
      'a loss against the mean of all scores',
      { loss: 'relativisticAverage' },
      ['discriminator_loss', 'generator_loss'],
    ],
    ['a maximum in a plugin', { loss: 'test/worst' }, ['discriminator_loss']],
    ['the deviation of a batch', { penalties: ['dragan'] }, ['dragan']],
    ['a mean that is kept and used at once', { penalties: ['lecam'] }, ['lecam']],
    ['a ratio of means', { penalties: ['modeSeeking'] }, ['mode_seeking']],
    ['the best scores', { training: { batchSize: 4, topK: 0.5 } }, ['generator_loss']],
    [
      'a chance that adapts by the sign of a mean',
      { training: { batchSize: 4, augment: { policy: ['flip'], target: 0.6 } } },
      ['adapt_augmentation'],
    ],
  ])('that are no means over samples are named: %s', (_what, spec, names) => {
    expect(notes(spec)).toEqual(ofTerms(...names));
  });

  it.each([
    { loss: 'hinge', penalties: ['gradientPenalty', 'r1', 'weightDecay', 'orthogonal'] },
    { loss: 'relativistic' },
    { loss: 'test/sums', penalties: ['consistency', 'weightClip'] },
  ])('that are means over samples need no note: %j', (spec) => {
    expect(notes(spec)).toEqual([]);
  });
});

describe('batch normalization of several ranks', () => {
  const { generator } = convolutional;

  it('is named where each rank has statistics of its own', () => {
    expect(notes({ generator })).toEqual([
      'on several ranks these layers see the batch of their rank alone, so results differ from one process: generator/batchNorm_0, generator/batchNorm_1; "syncBatchNorm": true in `training` takes the statistics of batch normalization over all ranks',
    ]);
  });

  it('is not where all have the same', () => {
    const training = { batchSize: 4, syncBatchNorm: true };
    const discriminator = { layers: ['minibatchStdDev', 'flatten', { type: 'dense', units: 1 }] };
    expect(notes({ generator, training })).toEqual([]);
    expect(notes({ generator, training, discriminator })).toEqual([
      'on several ranks these layers see the batch of their rank alone, so results differ from one process: discriminator/minibatchStdDev_0',
    ]);
  });
});
