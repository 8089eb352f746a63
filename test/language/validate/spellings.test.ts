/** Hints for names from Keras, PyTorch, TensorFlow and papers. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defineLoss, tf } from '../../../src/index.js';
import { Registry } from '../../../src/entries/registry.js';
import type { Kind } from '../../../src/entries/entry.js';
import { builtIns } from '../../../src/generated/entries.js';
import { hintForKey, hintForWord, nameIn } from './spellings.js';

interface Sample {
  readonly words: readonly (readonly [kind: Kind, written: string, word: string])[];
  readonly keys: readonly (readonly [place: string, key: string, value: unknown, name: string])[];
}

interface SampleByHabit extends Sample {
  readonly noWords: readonly (readonly [kind: Kind, written: string])[];
  readonly noKeys: readonly (readonly [place: string, key: string, value: unknown])[];
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8'));
}

const sample = read('spellings.json') as Sample;
const byHabit = read('spellingsByHabit.json') as SampleByHabit;
const registry = new Registry(builtIns);

describe('the hint for a word from elsewhere', () => {
  it.each(byHabit.noWords)('names no word for the %s %s', (kind, written) => {
    expect(nameIn(hintForWord(registry, kind, written))).toBeUndefined();
  });

  it.each<[Kind, string, string]>([
    [
      'initializer',
      'kaiming_normal_',
      'here it is called "heNormal"; elsewhere kaiming_normal_ is not truncated: exactly it is { "type": "varianceScaling", "scale": 2, "mode": "fanIn", "distribution": "normal" }',
    ],
    [
      'initializer',
      'xavier_normal_',
      'here it is called "glorotNormal"; elsewhere xavier_normal_ is not truncated: exactly it is { "type": "varianceScaling", "scale": 1, "mode": "fanAvg", "distribution": "normal" }',
    ],
    ['initializer', 'kaiming_uniform_', 'here it is called "heUniform"'],
    [
      'activation',
      'LeakyReLU(0.2)',
      'here it is called "leakyReLU": write {"type": "leakyReLU", "alpha": 0.2}',
    ],
    ['layer', 'LeakyReLU(negative_slope=0.2)', 'here it is called "leakyReLU", with "alpha": 0.2'],
    ['layer', 'nn.Dropout(0.5)', 'here it is called "dropout", with "rate": 0.5'],
    ['layer', 'Linear(64, 32)', 'here it is called "dense"'],
    ['layer', 'WSConv2d', 'here it is called "conv2d", with "equalizedLearningRate": true'],
    ['layer', 'Conv2dSame', 'here it is called "conv2d", with "padding": "same"'],
    ['schedule', 'warmup_cosine', 'here it is called "warmUp", with "to": { "type": "cosine", … }'],
    [
      'schedule',
      'get_cosine_schedule_with_warmup',
      'here it is called "warmUp", with "to": { "type": "cosine", … }',
    ],
    [
      'layer',
      'batchnorm_relu',
      'here it is called "batchNorm", with "relu" behind it as a layer of its own',
    ],
  ])('says for the %s %s how it is written', (kind, written, hint) => {
    expect(hintForWord(registry, kind, written)).toBe(hint);
  });

  it.each([...sample.words, ...byHabit.words])(
    'names for the %s %s first %s',
    (kind, written, word) => {
      expect(nameIn(hintForWord(registry, kind, written))).toBe(word);
    },
  );

  it.each<[Kind, string]>([
    ['layer', 'Conv3d'],
    ['layer', 'Dropout3d'],
    ['layer', 'MaxPool1d'],
    ['layer', 'minPooling2d'],
    ['layer', 'PixelUnshuffle'],
    ['layer', 'ReflectionPad2d'],
    ['layer', 'transformer'],
    ['layer', 'LSTM'],
    ['layer', 'DepthwiseConv1D'],
    ['layer', 'RepeatVector'],
    ['layer', 'Lambda'],
    ['layer', 'deflatten'],
    ['activation', 'hardtanh'],
    ['activation', 'crelu'],
    ['loss', 'softmaxGAN'],
    ['optimizer', 'adafactor'],
    ['penalty', 'tv'],
    ['dataset', 'svhn'],
    ['activation', 'relu7'],
    ['loss', 'bigan'],
    ['loss', 'cyclegan'],
    ['optimizer', 'adadelta'],
    ['optimizer', 'lamb'],
    ['penalty', 'r3'],
    ['dataset', 'cifar100'],
    ['dataset', 'kmnist'],
  ])('names no word for the %s %s, which is none of the language', (kind, written) => {
    const hint = hintForWord(registry, kind, written);
    expect(hint).toMatch(/^the [a-z ]+ are /);
  });
});

describe('the hint for a key from elsewhere', () => {
  it.each(byHabit.noKeys)('names no word in %s for %s = %j', (place, key, value) => {
    expect(nameIn(hintForKey(registry, place, key, value))).toBeUndefined();
  });

  it.each([
    ['adam', 'warmup', 'here it is "learningRate": { "type": "warmUp", … }, a schedule'],
    ['G0', 'in_features', 'remove it: the size of the input follows from the layer before'],
    [
      'training',
      'clip_value',
      'its place is training.gradientClip.limit, or penalties: [{ "type": "weightClip", "limit": 1 }]',
    ],
    ['top', 'betas', 'its place is optimizers.generator.beta1 and optimizers.generator.beta2'],
    ['loss', 'weight', 'here it is called "discriminatorWeight" or "generatorWeight"'],
    ['G0', 'in', 'remove it: the size of the input follows from the layer before'],
    ['G0', 'lr', 'its place is optimizers.generator.learningRate'],
    ['training', 'sampleRate', 'remove it: the sample rate is read from the wav files'],
    ['top', 'sampling_rate', 'remove it: the sample rate is read from the wav files'],
    [
      'training',
      'warmup',
      'of an optimizer it is "learningRate": { "type": "warmUp", … }, a schedule; for the moving average training.ema.warmUp',
    ],
    [
      'top',
      'shape',
      'remove it: the shape of a sample is read from the data, and the generator ends with it',
    ],
    [
      'top',
      'num_classes',
      'remove it: the number of classes is read from the data; "labels": {} in the spec makes the GAN conditional',
    ],
    ['training', 'shuffle', 'remove it: every epoch takes the samples in a new random order'],
    ['training', 'device', 'remove it: training runs on the processor'],
    ['training', 'fp16', 'remove it: training computes in float32'],
    [
      'monitor',
      'log_dir',
      'remove it: a run is written into the folder of the command, as in ganspec train gan.json --out FOLDER',
    ],
  ])('says in %s for %s all of %s', (place, key, hint) => {
    expect(hintForKey(registry, place, key, 1)).toBe(hint);
  });

  it.each([...sample.keys, ...byHabit.keys])(
    'names in %s for %s = %j first %s',
    (place, key, value, name) => {
      expect(nameIn(hintForKey(registry, place, key, value))).toBe(name);
    },
  );

  it.each([
    [
      'training',
      'epochs',
      10,
      'here it is "steps": 9375, as 10 epochs of 60000 samples in batches of 64',
    ],
    [
      'top',
      'epochs',
      1,
      'its place is training.steps: 938, as 1 epoch of 60000 samples in batches of 64',
    ],
    ['training', 'kimg', 64, 'here it is "steps": 1000, as 64 thousand images in batches of 64'],
    ['dropout', 'keep_prob', 0.9, 'here it is "rate": 0.1, one minus keep_prob'],
    [
      'training',
      'real_label',
      0.9,
      'its place is loss.labelSmoothing, an option of minimax or nonSaturating: 0.1, one minus real_label',
    ],
    ['training', 'learningRate', 0.1, 'its place is optimizers.generator.learningRate'],
    ['adam', 'betas', [0.5, 0.9], 'here it is "beta1": 0.5, "beta2": 0.9'],
    [
      'training',
      'betas',
      [0.5, 0.9],
      'its place is optimizers.generator.beta1: 0.5 and optimizers.generator.beta2: 0.9',
    ],
  ])('says in %s for %s = %j the number or the place', (place, key, value, hint) => {
    expect(hintForKey(registry, place, key, value)).toBe(hint);
  });
});

describe('the hint for a word of a plugin', () => {
  const plugin = defineLoss({
    type: 'acme/softHinge',
    schema: {
      $id: 'acme/softHinge.schema.json',
      title: 'AcmeSoftHingeLoss',
      description: 'Hinge loss without its corner.',
      type: 'object',
      required: ['type'],
      additionalProperties: false,
      otherNames: ['smoothHinge'],
      properties: {
        type: { const: 'acme/softHinge' },
        corner: {
          type: 'number',
          default: 1,
          description: 'Width of the corner.',
          otherNames: ['sharpness'],
        },
      },
      examples: [{ type: 'acme/softHinge' }],
    },
    scores: 'logits',
    discriminatorLoss: ({ real, fake }) => tf.mean(tf.sub(fake, real)),
    generatorLoss: ({ fake }) => tf.neg(tf.mean(fake)),
  });
  const extended = new Registry([...builtIns, plugin]);

  it.each(['soft_hinge', 'SoftHingeLoss', 'smooth-hinge', 'nn.SmoothHinge', 'acme/softhinge'])(
    'names the plugin for %s',
    (written) => {
      expect(nameIn(hintForWord(extended, 'loss', written))).toBe('acme/softHinge');
    },
  );

  it('names its option by another name', () => {
    const options = { type: 'acme/softHinge', sharpness: 2 };
    expect(nameIn(hintForKey(extended, 'loss', 'sharpness', 2, options))).toBe('corner');
  });
});
