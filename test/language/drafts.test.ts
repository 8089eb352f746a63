/** Mistakes behind mistakes: first drafts of beginners, of which every mistake is told in the first round. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../src/api/compiler.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { renderDiagnostics } from '../../src/diagnostics/render.js';
import { brokenSpecs, expectedTexts, writeTexts } from './textsByName.js';

const fixtures = join(import.meta.dirname, '../fixtures/broken/drafts');
const folder = mkdtempSync(join(tmpdir(), 'ganspec-drafts-'));
writeTexts(brokenSpecs(fixtures), folder);
const compiler = createCompiler({ baseDir: folder });

describe('a first draft', () => {
  it.each([...expectedTexts(fixtures)])('%s is told all its mistakes at once', (file, text) => {
    expect(renderDiagnostics(compiler.check(compiler.read(file)).diagnostics)).toBe(text);
  });
});

/** The diagnostics of a change of the preset `ring`, as `pointer: message; hint`. */
function told(change: object): readonly string[] {
  return compiler
    .check({ extends: 'ring', ...change })
    .diagnostics.map(({ pointer, message, hint }) => `${pointer}: ${message}; ${hint ?? ''}`);
}

describe('a value in a short form', () => {
  it.each([
    [{ latent: 100 }, 'latent must be an object, received 100; write "latent": { "dim": 100 }'],
    [
      { training: { ema: 0.999 } },
      'ema must be an object or null, received 0.999; write "ema": { "decay": 0.999 }',
    ],
    [
      { training: { gradientClip: 1 } },
      'gradientClip must be an object or null, received 1; write "gradientClip": { "limit": 1 }',
    ],
    [
      { optimizers: { type: 'sgd', learningRate: 0.1 } },
      'optimizers must be an object with "generator" and "discriminator", received one sgd for all; write "optimizers": { "generator": {"type": "sgd", "learningRate": 0.1}, "discriminator": {"type": "sgd", "learningRate": 0.1} }',
    ],
    [
      { optimizers: { name: 'sgd', learningRate: 0.1 } },
      'optimizers must be an object with "generator" and "discriminator", received one sgd for all; write "optimizers": { "generator": {"type": "sgd", "learningRate": 0.1}, "discriminator": {"type": "sgd", "learningRate": 0.1} }',
    ],
    [
      { optimizers: 'sgd' },
      'optimizers must be an object, received the string "sgd"; write "optimizers": { "generator": "sgd", "discriminator": "sgd" }',
    ],
    [
      { penalties: { type: 'r1' } },
      'penalties must be a list, received an object; write "penalties": [{"type": "r1"}]',
    ],
    [
      { monitor: { checkpoint: 100 } },
      'checkpoint must be an object, received 100; write "checkpoint": { "every": 100 }',
    ],
    [
      { loss: ['hinge'] },
      'loss must be the name of a loss or an object with "type", received the list ["hinge"]; write "loss": "hinge"',
    ],
    [
      { description: ['a ring'] },
      'description must be a string, received the list ["a ring"]; write "description": "a ring"',
    ],
    [
      { optimizers: ['adam', { type: 'sgd' }] },
      'optimizers must be an object, received a list; write "optimizers": { "generator": "adam", "discriminator": {"type": "sgd"} }',
    ],
    [
      { optimizers: { generator: { type: 'adam', learningRate: 'cosine' } } },
      'learningRate must be a number or a schedule, received the string "cosine"; write "learningRate": { "type": "cosine", "from": …, "to": …, "steps": … }',
    ],
    [
      { penalties: [{ type: 'r1', weight: 'WarmUp' }] },
      'weight must be a number or a schedule, received the string "WarmUp"; write "weight": { "type": "warmUp", "to": …, "steps": … }',
    ],
    [
      { generator: { layers: [64] } },
      'layers[0] must be the name of a layer or an object with "type", received 64; write for example {"type": "dense", "units": 64}',
    ],
    [
      { generator: { layers: [['Dense', 2]] } },
      'layers[0] must be the name of a layer or an object with "type", received the list ["Dense", 2]; write {"type": "dense", "units": 2}',
    ],
    [
      { generator: { layers: [['dense', { units: 2 }]] } },
      'layers[0] must be the name of a layer or an object with "type", received a list; write {"type": "dense", "units": 2}',
    ],
    [
      { optimizers: { generator: ['sgd', 0.1] } },
      'generator must be the name of an optimizer or an object with "type", received the list ["sgd", 0.1]; write "generator": {"type": "sgd", "learningRate": 0.1}',
    ],
    [
      { penalties: 'r1, r2' },
      'penalties must be a list, received the string "r1, r2"; write "penalties": ["r1", "r2"]',
    ],
    [
      { generator: { layers: [['conv1d', 8, 3], { type: 'dense', units: 2 }] } },
      'layers[0] must be the name of a layer or an object with "type", received the list ["conv1d", 8, 3]; write {"type": "conv1d", "filters": 8, "kernelSize": 3}',
    ],
    [{ latent: { dim: [8] } }, 'dim must be a whole number, received the list [8]; write "dim": 8'],
    [
      {
        generator: {
          layers: [
            { type: 'reshape', shape: '2' },
            { type: 'dense', units: 2 },
          ],
        },
      },
      'shape must be a list, received the string "2"; write "shape": [2]',
    ],
    [
      { training: 1000 },
      'training must be an object, received 1000; write "training": { "batchSize": 1000 }, { "steps": 1000 } or { "discriminatorSteps": 1000 }, whichever is meant',
    ],
    [
      { training: { ema: 10 } },
      'ema must be an object or null, received 10; write "ema": { "halfLife": 10 }',
    ],
    [
      { monitor: 100 },
      'monitor must be an object, received 100; write "monitor": { "logEvery": 100 }, { "sampleEvery": 100 } or { "sampleCount": 100 }, whichever is meant',
    ],
    [
      { latent: '100' },
      'latent must be an object, received the string "100"; write "latent": { "dim": 100 }',
    ],
    [
      { latent: 'normall' },
      'latent must be an object, received the string "normall"; write "latent": { "distribution": "normall" }',
    ],
    [
      { labels: 'concat' },
      'labels must be an object or null, received the string "concat"; write "labels": { "generator": "concat", "discriminator": "concat" }',
    ],
    [
      { labels: 'projection' },
      'labels must be an object or null, received the string "projection"; write "labels": { "discriminator": "projection" }',
    ],
    [
      { training: { ema: true } },
      'ema must be an object or null, received true; write "ema": {} for the defaults',
    ],
    [
      { latent: 'gaussian' },
      'latent must be an object, received the string "gaussian"; write "latent": { "distribution": "normal" }',
    ],
    [
      { latent: { distribution: 'standard_normal' } },
      'distribution must be "normal" or "uniform", received the string "standard_normal"; write "distribution": "normal"',
    ],
    [
      { penalties: 10 },
      'penalties must be a list, received 10; write for example "penalties": [{"type": "gradientPenalty", "weight": 10}]',
    ],
    [
      { penalties: [10] },
      'penalties[0] must be the name of a penalty or an object with "type", received 10; write for example {"type": "gradientPenalty", "weight": 10}',
    ],
    [
      { optimizers: 0.001 },
      'optimizers must be an object, received 0.001; write for example "optimizers": { "generator": {"type": "adam", "learningRate": 0.001}, "discriminator": {"type": "adam", "learningRate": 0.001} }',
    ],
    [
      { penalties: true },
      'penalties must be a list, received true; write for example "penalties": ["gradientPenalty"]',
    ],
    [
      { training: { augment: 'diffaugment' } },
      'augment must be an object or null, received the string "diffaugment"; write "augment": {"policy": ["color", "translation", "cutout"]}',
    ],
    [
      { training: { augment: 'color, cutout' } },
      'augment must be an object or null, received the string "color, cutout"; write "augment": { "policy": ["color", "cutout"] }',
    ],
    [
      { training: { augment: 'ADA' } },
      'augment must be an object or null, received the string "ADA"; write "augment": {"policy": ["ada"], "target": 0.6}',
    ],
    [
      { training: { gradientClip: true } },
      'gradientClip must be an object or null, received true; write for example "gradientClip": {"by": "norm", "limit": 1}',
    ],
    [
      { labels: true },
      'labels must be an object or null, received true; write for example "labels": {"generator": "concat", "discriminator": "projection"}',
    ],
    [
      { generator: { layers: [{ type: 'dense', units: 2, useBias: 'False' }] } },
      'useBias must be true or false, received the string "False"; write false',
    ],
    [
      { generator: { layers: [{ class_name: 'Dense', config: { units: 2 } }] } },
      'layers[0] lacks "type", which says what layer it is; write {"type": "dense", "units": 2}',
    ],
    [
      { generator: { layers: [{ Dense: { units: 2 } }] } },
      'layers[0] lacks "type", which says what layer it is; write {"type": "dense", "units": 2}',
    ],
    [
      { generator: { layers: [{ Dense: 2 }] } },
      'layers[0] lacks "type", which says what layer it is; write {"type": "dense", "units": 2}',
    ],
    [
      { loss: { name: 'WGAN' } },
      'loss lacks "type", which says what loss it is; write "loss": {"type": "wasserstein"}',
    ],
    [
      { optimizers: { generator: { SGD: { lr: 1 } } } },
      'unknown key "SGD" in adam; in the place of "SGD" write "generator": {"type": "sgd", "lr": 1}',
    ],
    [
      { data: './photos' },
      'data must be a data set, received the path "./photos"; write "data": { "type": "imageFolder", "folder": "./photos", "size": … }',
    ],
    [
      { data: 'data/photos' },
      'data must be a data set, received the path "data/photos"; write "data": { "type": "imageFolder", "folder": "data/photos", "size": … }',
    ],
    [
      { data: 'data/train-images-idx3-ubyte.gz' },
      'data must be a data set, received the path "data/train-images-idx3-ubyte.gz"; write "data": { "type": "idx", "images": "data/train-images-idx3-ubyte.gz" }',
    ],
    [
      { data: '/home/x/photos' },
      'data must be a data set, received the path "/home/x/photos"; write "data": { "type": "imageFolder", "folder": "photos", "size": … }, and name the folder that it lies in with --data-dir /home/x',
    ],
    [
      { data: '../faces.npy' },
      'data must be a data set, received the path "../faces.npy"; write "data": { "type": "npy", "file": "faces.npy" }, and name the folder that it lies in with --data-dir ..',
    ],
    [
      { data: 'images.zip' },
      'data must be a data set, received the path "images.zip"; unpack it, then write "data": { "type": "imageFolder", "folder": "images", "size": … }',
    ],
    [
      { data: 'faces.npz' },
      'data must be a data set, received the path "faces.npz"; write its array with numpy.save, then "data": { "type": "npy", "file": "faces.npy" }',
    ],
    [
      { data: 'https://x.org/a.zip' },
      'data must be a data set, received the address "https://x.org/a.zip"; download it first: data are read from files, as in { "type": "imageFolder", "folder": "photos", "size": … }',
    ],
    [
      { data: 'tables/iris.csv' },
      'data must be a data set, received the path "tables/iris.csv"; write "data": { "type": "csv", "file": "tables/iris.csv" }',
    ],
  ])('%j shows the whole form with the value in it', (change, expected) => {
    expect(told(change)[0]?.replace(/^\S*: /, '')).toBe(expected);
  });
});

/** The part of the messages about the data set alone, which is whole. */
const toldOfData = (data: object): readonly string[] => {
  const layers = [{ type: 'dense', units: 1 }];
  return compiler
    .check(JSON.stringify({ data, generator: { layers }, discriminator: { layers } }))
    .diagnostics.filter(({ code }) => code.startsWith('GAN1'))
    .map(({ message, hint }) => `${message}; ${hint ?? ''}`);
};

it.each([
  ['columns', 'a,b', 'a list or null', '["a", "b"]'],
  ['exclude', '[a, b]', 'a list', '["a", "b"]'],
  ['exclude', 'id', 'a list', '["id"]'],
])('%s "%s" is shown as a list of names', (key, text, wanted, list) => {
  expect(toldOfData({ type: 'csv', file: 'a.csv', [key]: text })).toEqual([
    `${key} must be ${wanted}, received the string "${text}"; write "${key}": ${list}`,
  ]);
});

it.each([
  ['64x64', '[64, 64]'],
  ['(48, 32)', '[48, 32]'],
  ['64 × 32', '[64, 32]'],
])('a size of %s is shown as a list of numbers', (size, list) => {
  expect(toldOfData({ type: 'imageFolder', folder: 'a', size })).toEqual([
    `size must be a whole number or a list, received the string "${size}"; write "size": ${list}`,
  ]);
});

describe('a data set without a type', () => {
  it.each([
    [
      { folder: 'a', size: 64, channels: 2 },
      'imageFolder',
      'channels must be 1 or 3, received 2; ',
    ],
    [{ file: 'a.csv', separator: 5 }, 'csv', 'separator must be a string, received 5; '],
    [
      { file: 'a.npy', bounds: 'a' },
      'npy',
      'bounds must be a list or null, received the string "a"; ',
    ],
  ])('%j is checked as that of its options', (data, type, inside) => {
    expect(toldOfData(data)).toEqual([
      `data lacks "type", which says what dataset it is; write "type": "${type}", which has such options`,
      inside,
    ]);
  });
});

it.each([
  [{ type: 'imageFolder', folder: 'a', size: 8, grayscale: true }, 'here it is "channels": 1'],
  [
    { type: 'imageFolder', folder: 'a', size: 8, gray: false },
    'remove it: true is "channels": 1 here',
  ],
  [{ type: 'csv', file: 'a.csv', dropna: true }, 'here it is "missing": "leaveOut"'],
  [{ type: 'mnist', train: true }, 'here it is "split": "train"'],
  [
    { type: 'npy', file: 'a.npy', normalize: true },
    'remove it: pixels and the columns of tables become numbers from -1 to 1 as they are read; for numbers of other files, "bounds" gives the least and the greatest',
  ],
  [
    { type: 'mnist', grayscale: true },
    'remove it: images keep the channels that they have; those of imageFolder become grey with "channels": 1',
  ],
  [
    { type: 'mnist', dataroot: './data' },
    'remove it: the folder of the files is named with --data-dir, or in the environment variable GANSPEC_DATA',
  ],
  [
    { type: 'mnist', download: true },
    'remove it: data are read from files that are there, and nothing is downloaded',
  ],
])('a switch of other libraries in %j is told as the option here', (data, hint) => {
  const key = Object.keys(data).at(-1) ?? '';
  expect(toldOfData(data)).toEqual([`unknown key "${key}" in ${data.type}; ${hint}`]);
});

it.each([
  ['"ring"', 'a whole spec can be as short as { "extends": "ring" }'],
  ['["ring"]', 'a whole spec can be as short as { "extends": "dcgan-mnist" }'],
])('the whole spec %s is told what a spec is', (text, hint) => {
  const spec = compiler.check(text).diagnostics;
  expect(spec[0]?.hint).toBe(hint);
});

it.each([
  [
    '{"class_name": "Dense", "module": "keras.layers", "registered_name": null, "config": {"units": 2, "seed": null}}',
    'write {"type": "dense", "units": 2}',
  ],
  [
    '{"class_name": "LeakyReLU", "config": {"alpha": 0.1}}',
    'write {"type": "leakyReLU", "alpha": 0.1}',
  ],
])('the layer %s of Keras is shown in the form here', (layer, hint) => {
  expect(told({ generator: { layers: [JSON.parse(layer), { type: 'dense', units: 2 }] } })).toEqual(
    [`/generator/layers/0: layers[0] lacks "type", which says what layer it is; ${hint}`],
  );
});

it('the column of a label stands in no list', () => {
  expect(told({ data: { type: 'csv', file: 'a.csv', label: ['kind'] } })).toContain(
    '/data/label: label must be a string or null, received the list ["kind"]; write "label": "kind"',
  );
});

it.each([
  [0, 'true'],
  ['None', 'false'],
  ['infer', 'null'],
])('the header %j of pandas is %s', (header, value) => {
  expect(told({ data: { type: 'csv', file: 'a.csv', header } })).toContainEqual(
    expect.stringMatching(new RegExp(`^/data/header: .*; write "header": ${value}$`)),
  );
});

it('a name with the number of its main option has no other mistake', () => {
  expect(told({ generator: { layers: ['dense(2)'] } })).toEqual([
    '/generator/layers/0: unknown layer type "dense(2)"; here it is called "dense": write {"type": "dense", "units": 2}',
  ]);
});

describe('a mistake behind another', () => {
  it('is found in an entry of unknown type, as one of the type that was meant', () => {
    expect(told({ penalties: [{ type: 'R1', lambda: 'x' }] })).toEqual([
      '/penalties/0/type: unknown penalty type "R1"; did you mean "r1"?',
      '/penalties/0/lambda: unknown key "lambda" in r1; here it is called "weight"',
      '/penalties/0/lambda: weight must be a number or a schedule, received the string "x"; ',
    ]);
  });

  it.each([
    [{ optimizers: { generator: { type: 'foo', learningRate: { type: 'lin' } } } }, 'schedule'],
    [{ penalties: [{ type: 'foo', weight: { type: 'lin', from: 3 } }] }, 'schedule'],
  ])('is found in the options of an entry of unknown type: %j', (change, kind) => {
    expect(told(change)[1]).toContain(`unknown ${kind} type "lin"`);
  });

  it('is found in a data set of unknown type with the options of one', () => {
    expect(told({ data: { type: 'Foo', modes: 8, radius: 'x' } })).toEqual([
      expect.stringContaining('unknown dataset type "Foo"'),
      '/data/radius: radius must be a number, received the string "x"; ',
    ]);
  });

  it('is found under a misspelt key, at its place in the text', () => {
    expect(told({ trainig: { batchSize: 0 } })).toEqual([
      '/trainig: unknown key "trainig" in the spec; did you mean "training"?',
      '/trainig/batchSize: batchSize must be at least 1, received 0; ',
    ]);
    expect(told({ monitr: { logEvery: 0 }, monitor: null })).toEqual([
      '/monitr: unknown key "monitr" in the spec; did you mean "monitor"?',
      '/monitr/logEvery: logEvery must be at least 1, received 0; ',
    ]);
  });

  it('is found in a key that belongs elsewhere', () => {
    expect(told({ gradientClip: -1 })).toEqual([
      '/gradientClip: unknown key "gradientClip" in the spec; its place is training.gradientClip',
      '/gradientClip: gradientClip must be an object or null, received -1; write for example "gradientClip": {"by": "norm", "limit": 1}',
    ]);
  });

  it('is found in the shapes of networks whose layers are misspelt', () => {
    expect(told({ generator: { layers: [{ type: 'Dense', units: 3 }] } })).toEqual([
      '/generator/layers/0/type: unknown layer type "Dense"; did you mean "dense"?',
      '/generator/layers/0/units: the generator yields 3 where ring is 2; "units": 2 was probably meant: this layer then goes 2 → 2, and the generator yields 2',
    ]);
  });

  it('is found where the base is missing, and the base is not missed', () => {
    const written = { extends: 'rings', training: { steps: 0 }, generator: { layers: 7 } };
    expect(
      compiler.check(JSON.stringify(written)).diagnostics.map(({ message }) => message),
    ).toEqual([
      'there is no preset "rings"',
      'steps must be at least 1, received 0',
      'layers must be a list, received 7',
    ]);
  });

  it.each(['extend', ',extends', 'base'])(
    'is found where the base is named by "%s", and the base is not missed',
    (key) => {
      const written = { [key]: 'ring', training: { stepz: 0 }, loss: { type: 'Hinge', a: 1 } };
      expect(
        compiler
          .check(JSON.stringify(written))
          .diagnostics.filter(({ code }) => code !== 'GAN121')
          .map(({ message }) => message),
      ).toEqual([
        `unknown key "${key}" in the spec`,
        'unknown key "stepz" in training',
        'steps must be at least 1, received 0',
        'unknown loss type "Hinge"',
        'unknown key "a" in hinge',
      ]);
    },
  );

  /** Diagnostics of a generator with such a layer before its last. */
  const besideLayer = (layer: object): readonly Diagnostic[] => {
    const layers = [layer, { type: 'dense', units: 2 }];
    return compiler.check(JSON.stringify({ extends: 'ring', generator: { layers } })).diagnostics;
  };

  it.each([{ type: 'block', times: 2 }, { type: 'Sequential' }, { type: 'loop', count: 3 }])(
    'is found in the layers that stand in %j',
    (group) => {
      const layers = [
        { type: 'dens', unit: 64, activation: 'lrelu' },
        { type: 'batch_norm', epsilon: -1 },
      ];
      expect(
        besideLayer({ ...group, layers })
          .map(({ message }) => message)
          .slice(-5),
      ).toEqual([
        'unknown layer type "dens"',
        'unknown key "unit" in dense',
        'unknown activation type "lrelu"',
        'unknown layer type "batch_norm"',
        'epsilon must be above 0, received -1',
      ]);
    },
  );

  it.each([{ type: 'foo' }, { type: 'bottle', times: 2, name: 'a' }])(
    'is found in the shortcut of %j',
    (group) => {
      const layers = [{ type: 'dens', units: 2 }];
      const shortcut = [{ type: 'batch_norm', epsilon: -1 }];
      const found = besideLayer({ ...group, layers, shortcut });
      expect(found.map(({ message }) => message).slice(-4)).toEqual([
        `unknown layer type "${group.type}"`,
        'unknown layer type "dens"',
        'unknown layer type "batch_norm"',
        'epsilon must be above 0, received -1',
      ]);
      expect(found.map(({ hint }) => hint)).toContain(
        'layers with a shortcut are { "type": "residual", "layers": [ … ], "shortcut": [ … ] }',
      );
    },
  );

  it('is found under a misspelt key beside that of the base', () => {
    expect(told({ optimizer: { lr: 1 } })).toEqual([
      '/optimizer: unknown key "optimizer" in the spec; did you mean "optimizers"?',
      '/optimizer/lr: unknown key "lr" in optimizers; its place is optimizers.generator.learningRate and optimizers.discriminator.learningRate',
    ]);
    expect(told({ trainig: { batchSize: 0 }, training: { stepz: 1 } })).toEqual([
      '/trainig: unknown key "trainig" in the spec; did you mean "training"?',
      '/trainig/batchSize: batchSize must be at least 1, received 0; ',
      '/training/stepz: unknown key "stepz" in training; did you mean "steps"?',
    ]);
  });

  it('is told with the form of layers that stand together', () => {
    const [block] = besideLayer({ type: 'block', times: 2, layers: ['relu'] }).filter(
      ({ code }) => code === 'GAN121',
    );
    expect(block?.hint).toBe(
      'layers that stand together are { "type": "repeat", "times": 2, "layers": [ … ] }',
    );
  });
});

describe('an initializer of another framework', () => {
  const hintOn = (type: string, kernelInitializer: string): string | undefined => {
    const layers = [{ type, filters: 4, kernelSize: 3, kernelInitializer }];
    const written = JSON.stringify({ extends: 'ring', generator: { layers } });
    const { diagnostics } = compiler.check(written);
    const hint = diagnostics.find(({ code }) => code === 'GAN102')?.hint;
    return hint;
  };
  const fan = 'it counts outputs where a transposed convolution has inputs';

  it.each([
    ['he_normal', `here it is called "heNormal"; elsewhere ${fan}`, 2, 'truncatedNormal'],
    ['kaiming_uniform_', `here it is called "heUniform"; elsewhere ${fan}`, 2, 'uniform'],
    [
      'kaiming_normal_',
      `here it is called "heNormal"; elsewhere kaiming_normal_ is not truncated, and ${fan}`,
      2,
      'normal',
    ],
  ])(
    'is told its own fan on a transposed convolution: %s',
    (written, text, scale, distribution) => {
      expect(hintOn('conv2dTranspose', written)).toBe(
        `${text}: exactly it is { "type": "varianceScaling", "scale": ${scale}, "mode": "fanOut", "distribution": "${distribution}" }`,
      );
      expect(hintOn('conv2d', 'he_normal')).toBe('did you mean "heNormal"?');
    },
  );
});

describe('an option of PyTorch', () => {
  const hints = (change: object): readonly string[] =>
    compiler
      .check(JSON.stringify({ extends: 'ring', ...change }))
      .diagnostics.filter(({ code }) => code === 'GAN120')
      .map(({ hint }) => hint ?? '');

  it('names no option that means something else', () => {
    const optimizers = { generator: { type: 'rmsProp', alpha: 0.99, beta1: null } };
    expect(hints({ optimizers })).toContain('here it is called "rho"');
    const layers = [
      { type: 'prelu', num_parameters: 1 },
      { type: 'reshape', dim: 1, shape: [2] },
    ];
    const [prelu, reshape] = hints({ generator: { layers } });
    expect(prelu).toMatch(/^the keys of prelu are /);
    expect(reshape).not.toContain('shape"');
    const pooling = { type: 'AdaptiveAvgPool2d', output_size: 1 };
    expect(hints({ generator: { layers: [pooling] } })[0]).toMatch(
      /^the keys of globalAveragePooling are /,
    );
  });

  it('is sought in the data set and in the network that have it', () => {
    const none = { modes: null, radius: null, stddev: null };
    expect(
      hints({ data: { ...none, type: 'wav', path: 'a', sampleRate: 1, n_samples: 9 } }),
    ).toEqual([
      'remove it: the sample rate is read from the wav files',
      'here it is called "length" or "limit"',
    ]);
    expect(
      hints({ data: { ...none, type: 'imageFolder', folder: 'a', size: 8, classes: ['a'] } }),
    ).toEqual(['remove it: the classes are those that the data name']);
    expect(hints({ labels: { conditional: true } })[0]).toMatch(/^the keys of labels are /);
    expect(hints({ lr_g: 0.1, training: { d_lr: 0.2 } })).toEqual([
      'its place is optimizers.generator.learningRate',
      'its place is optimizers.discriminator.learningRate',
    ]);
    expect(hints({ training: { betas: [0.5, 0.9] } })).toEqual([
      'its place is optimizers.generator.beta1: 0.5 and optimizers.generator.beta2: 0.9 and optimizers.discriminator.beta1: 0.5 and optimizers.discriminator.beta2: 0.9',
    ]);
  });

  it('keeps its number in the entry that it stands for', () => {
    expect(hints({ d_reg_every: 16, training: { g_reg_every: 4 } })).toEqual([
      'its place is penalties: [{ "type": "r1", "every": 16 }]',
      'its place is penalties: [{ "type": "pathLength", "every": 4 }]',
    ]);
    expect(hints({ generator: { lr_mul: 0.01 } })).toEqual([
      'equalizedLearningRate is an option of every layer: "equalizedLearningRate": 0.01',
    ]);
    expect(hints({ r1: 10, training: { gp: 1 } })).toEqual([
      'its place is penalties: [{ "type": "r1", "weight": 10 }]',
      'its place is penalties: [{ "type": "gradientPenalty", "weight": 1 }]',
    ]);
    expect(hints({ loss: 'wasserstein', training: { clip_value: 0.01 } })).toEqual([
      'its place is penalties: [{ "type": "weightClip", "limit": 0.01 }]',
    ]);
    expect(hints({ loss: 'wasserstein', training: { labelSmoothing: 0.1 } })).toEqual([
      'its place is loss.labelSmoothing, an option of minimax or nonSaturating',
    ]);
  });

  it('has its place beside the loss, or in a layer', () => {
    expect(hints({ loss: { type: 'hinge', lambda: 10 }, penalties: [] })).toEqual([
      'its place is penalties: [{ "type": "gradientPenalty", "weight": 10 }]',
    ]);
    expect(hints({ loss: { type: 'wgan-gp', lambda: 10 } })).toEqual([
      'its place is penalties: [{ "type": "r1", "weight": 10 }]',
    ]);
    expect(hints({ discriminator: { units: 64 } })).toEqual([
      "units is an option of dense or maxout: Size of the output's last axis.",
    ]);
  });
});

it.each([
  [
    [],
    'here it is called "wasserstein"; the paper clips the critic\'s weights: penalties: [{ "type": "weightClip", "limit": 0.01 }]',
  ],
  [['gradientPenalty'], 'here it is called "wasserstein"'],
])('beside the penalties %j, WGAN is told what limits its critic', (penalties, hint) => {
  const spec = JSON.stringify({ extends: 'ring', loss: 'WGAN', penalties });
  expect(compiler.check(spec).diagnostics[0]?.hint).toBe(hint);
});

it.each([
  ['optimizers', 'Nadam', 'here it is called "adam"; adam has no Nesterov momentum'],
  ['optimizers', 'AMSGrad', 'here it is called "adam"; with "amsgrad": true'],
  [
    'loss',
    'nn.MSELoss',
    'here it is called "leastSquares"; its terms have a factor ½ that others usually lack, so its gradients are half of theirs',
  ],
])('in %s, %s is told what differs here', (key, name, hint) => {
  const change = key === 'loss' ? { loss: name } : { optimizers: { generator: name } };
  const written = JSON.stringify({ extends: 'ring', ...change });
  expect(compiler.check(written).diagnostics[0]?.hint).toBe(hint);
});

it.each(['batchNorm', 'BatchNorm2d', 'nn.BatchNorm1d'])(
  "warns of PyTorch's momentum in %s beside other mistakes",
  (type) => {
    const layers = [
      { type, momentum: 0.1 },
      { type: 'dense', unitz: 2 },
    ];
    const { diagnostics } = compiler.check(
      JSON.stringify({ extends: 'ring', generator: { layers } }),
    );
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
    expect(warnings.map(({ code, pointer, hint }) => [code, pointer, hint])).toEqual([
      ['GAN315', '/generator/layers/0/momentum', 'a momentum of 0.1 in PyTorch is 0.9 here'],
    ]);
  },
);

it.each([
  [0.01, ['a momentum of 0.01 in PyTorch is 0.99 here']],
  [0.5, ['a momentum of 0.5 in PyTorch is 0.5 here']],
  [0.8, []],
])('a momentum of %d alone has the warnings %j', (momentum, hints) => {
  const layers = [
    { type: 'batchNorm', momentum },
    { type: 'dense', units: 2 },
  ];
  const { diagnostics } = compiler.check(
    JSON.stringify({ extends: 'ring', generator: { layers } }),
  );
  expect(diagnostics.map(({ hint }) => hint)).toEqual(hints);
});
