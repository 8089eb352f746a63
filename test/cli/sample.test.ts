/** `ganspec sample` run from the sources; its plugin imports the built ganspec: needs `npm run build`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCompiler, loadPlugins } from '../../src/index.js';
import { Project } from '../examples/support/project.js';
import { writeHandmadeRun } from '../runs/handmadeRun.js';
import { classesOfPattern } from '../../src/api/saveSamples.js';
import { runInProcess } from './runInProcess.js';

const project = new Project();
const { folder } = project;
const plugin = join(folder, 'points.mjs');
const run = join(folder, 'run');
const data = join(folder, 'data');
const conditional = join(folder, 'conditional');
afterAll(() => {
  project.remove();
});

/** A data set that opens if the data folder contains a file called `points`. */
const module = `import { defineDataset } from 'ganspec';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
const points = { shape: [2], range: null, count: 8, classes: null };
const found = (_config, { dataDir }) => {
  if (dataDir === undefined || !existsSync(join(dataDir, 'points'))) throw new Error('no points');
  return { ...points, read: (_at, out) => out.fill(0.5) };
};
export const data = defineDataset({
  type: 'acme/points',
  schema: {
    $id: 'points.schema.json', title: 'PointsDataset', description: 'Made for a test.',
    type: 'object', required: ['type'], additionalProperties: false,
    properties: { type: { const: 'acme/points' } }, examples: [{ type: 'acme/points' }],
  },
  describe: found,
  open: found,
});
`;

/** A run folder with the initial weights. */
beforeAll(async () => {
  for (const path of [run, data]) mkdirSync(path);
  writeFileSync(plugin, module);
  writeFileSync(join(data, 'points'), '');
  const spec = {
    extends: 'ring',
    data: 'acme/points',
    latent: { dim: 4 },
    training: { batchSize: 4 },
  };
  const plugins = await loadPlugins([plugin], folder);
  const compiler = createCompiler({ plugins, dataDir: data });
  const session = await compiler.compile(JSON.stringify(spec)).prepare({ seed: 3 });
  const state = await session.readState();
  await session.dispose();
  writeHandmadeRun(run, spec, { seed: 3, baseDir: folder }, state);
});

/** A run of a GAN whose samples are the classes: (0, 1) in class 0, (2, 3) in class 1. */
beforeAll(async () => {
  mkdirSync(conditional);
  const spec = {
    data: { type: 'ring', modes: 2 },
    latent: { dim: 1 },
    labels: { generator: 'concat' },
    generator: { layers: [{ type: 'dense', units: 2 }] },
    discriminator: { layers: [{ type: 'dense', units: 1 }] },
    training: { batchSize: 2 },
    monitor: { sampleCount: 5 },
  };
  const session = await createCompiler().compile(JSON.stringify(spec)).prepare({ seed: 3 });
  const state = new Map(await session.readState());
  await session.dispose();
  const kernel = 'generator/dense_0/kernel';
  state.set(kernel, { dtype: 'float32', shape: [3, 2], data: Float32Array.of(0, 0, 0, 1, 2, 3) });
  writeHandmadeRun(conditional, spec, { seed: 3, baseDir: folder }, state);
});

const sample = (...words: string[]) =>
  runInProcess(['sample', run, '--plugin', plugin, ...words], folder);

it('finds the data of a run that was trained with --data-dir', async () => {
  expect(await sample('--data-dir', data)).toEqual({
    code: 0,
    stdout: 'FOLDER/run/samples.png\n',
    stderr: '',
  });
  expect(existsSync(join(run, 'samples.png'))).toBe(true);
});

it('names the missing data set without --data-dir', async () => {
  const { code, stderr } = await sample();
  expect(code).toBe(3);
  expect(stderr).toMatch(
    /error GAN803: FOLDER\/points\.mjs: describe of dataset "acme\/points" throws: no points \(at FOLDER\/points\.mjs:\d+\)\n/,
  );
});

it("generates as many samples as the spec's monitor without --count", async () => {
  const out = join(folder, 'default.npy');
  expect((await runInProcess(['sample', conditional, '--out', out], folder)).code).toBe(0);
  expect(readFileSync(out).toString('latin1')).toContain("'shape': (5, 2)");
});

describe('--out', () => {
  const drawn = async (...words: string[]) =>
    runInProcess(['sample', conditional, '--count', '3', ...words], folder);
  const numbered = (pattern: string): string =>
    [0, 1, 2].map((i) => `FOLDER/${pattern.replace('#', String(i))}\n`).join('');
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');

  it('is one file in folders that are made', async () => {
    const { stdout } = await drawn('--out', join(folder, 'new/deep/all.npy'));
    expect(stdout).toBe('FOLDER/new/deep/all.npy\n');
    expect(text('new/deep/all.classes.txt')).toBe('0\n1\n0\n');
  });

  it('is a folder, which gets a file for each sample', async () => {
    expect(await drawn('--out', join(folder, 'each/'))).toEqual({
      code: 0,
      stdout: numbered('each/000#.png'),
      stderr: '',
    });
    mkdirSync(join(folder, 'there'));
    expect(await drawn('--out', join(folder, 'there'))).toMatchObject({
      stdout: numbered('there/000#.png'),
    });
  });

  it('is a pattern of names', async () => {
    const { stdout } = await drawn('--out', join(folder, 'new/p/%02d.npy'));
    expect(stdout).toBe(numbered('new/p/0#.npy'));
    expect(text('new/p/02.npy')).toContain("'shape': (1, 2)");
    expect(text('new/p/classes.txt')).toBe('00.npy,0\n01.npy,1\n02.npy,0\n');
    expect((await drawn('--out', join(folder, 'p-%d.npy'))).stdout).toBe(numbered('p-#.npy'));
    expect(text('p.classes.txt')).toBe('p-0.npy,0\np-1.npy,1\np-2.npy,0\n');
  });

  it.each([
    ['%d.png', 'samples.classes.txt'],
    ['./%04d.png', 'samples.classes.txt'],
    ['_%d.npy', 'samples.classes.txt'],
    ['faces-%04d.png', 'faces.classes.txt'],
    ['new/%d.png', 'new/classes.txt'],
  ])('%s in the working folder has its classes in %s', (pattern, file) => {
    expect(classesOfPattern(pattern)).toBe(file);
  });

  it('has one place for the number', async () => {
    expect(await drawn('--out', 'p%d%02d.png')).toEqual({
      code: 2,
      stdout: '',
      stderr: `error GAN540: p%d%02d.png has more than one place for the number of a sample
  hint: Leave one of them, as in faces/%04d.png.
`,
    });
  });

  it('may end in a version, which names no form', async () => {
    const { stdout } = await drawn('--out', join(folder, 'faces.v1'));
    expect(stdout).toBe('FOLDER/faces.v1.png\n');
  });

  it('is refused for two classes at once', async () => {
    const { code, stderr } = await drawn('--class', '0', '--class', '1');
    expect(code).toBe(2);
    expect(stderr).toContain(
      'Samples are of one class, and "0" is given already: draw each class by itself.',
    );
  });

  it('gets a number for each sample with --separate', async () => {
    const words = ['--separate', '--out', join(folder, 'one.npy')];
    expect((await drawn(...words)).stdout).toBe(numbered('one-000#.npy'));
    expect((await drawn('--separate')).stdout).toBe(numbered('conditional/samples-000#.png'));
  });

  it('has the form of the samples in every file', async () => {
    const { code, stderr } = await drawn('--out', join(folder, 'wrong/%d.wav'));
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error GAN512: samples of shape [2] are written as .png, not as .wav
  hint: Name a file that ends so, or in .npy for the numbers.
`,
    });
    expect(existsSync(join(folder, 'wrong'))).toBe(false);
  });
});

describe('--latents', () => {
  const latents = join(folder, 'latents.npy');
  const drawn = async (...words: string[]) =>
    runInProcess(['sample', conditional, '--latents', latents, ...words], folder);

  it('makes a sample of each row', async () => {
    // The samples of a run are numbers [n, 2]; here they are six latent vectors of one number.
    const made = ['sample', conditional, '--count', '3', '--out', latents];
    expect((await runInProcess(made, folder)).code).toBe(0);
    const out = join(folder, 'own.npy');
    expect((await drawn('--out', out)).code).toBe(0);
    expect(readFileSync(out).toString('latin1')).toContain("'shape': (6, 2)");
  });

  it.each([
    [['--count', '2'], '--latents has a row for each sample: leave --count out'],
    [['--truncation', '1'], '--truncation is for vectors that are drawn: leave it out'],
    [['--real'], '--latents and --truncation are for generated samples'],
  ])('is refused beside %j', async (words, message) => {
    const { code, stderr } = await drawn(...words);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(message) as string,
    });
  });

  it('has rows as long as latent vectors', async () => {
    const points = ['sample', run, '--plugin', plugin, '--data-dir', data, '--latents', latents];
    const { code, stderr } = await runInProcess(points, folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--latents has 6 numbers, and latent vectors of this GAN have \d+:/);
  });
});

describe('--real', () => {
  const real = async (...words: string[]) => {
    const out = join(folder, 'real.npy');
    const outcome = await runInProcess(
      ['sample', conditional, '--real', '--out', out, ...words],
      folder,
    );
    const classes = readFileSync(join(folder, 'real.classes.txt'), 'utf8');
    return { ...outcome, classes, bytes: readFileSync(out) };
  };
  /** Of the ring with two modes around (1, 0) and (-1, 0). */
  const signs = (bytes: Buffer, count: number): readonly number[] => {
    const points = new Float32Array(Uint8Array.from(bytes).slice(-count * 2 * 4).buffer);
    return [...points].filter((_, i) => i % 2 === 0).map(Math.round);
  };

  it('draws samples of the data, with their classes', async () => {
    const { code, classes, bytes } = await real('--count', '6');
    expect(code).toBe(0);
    const expected = signs(bytes, 6).map((sign) => (sign === 1 ? '0\n' : '1\n'));
    expect(classes).toBe(expected.join(''));
    expect((await real('--count', '6')).bytes).toEqual(bytes);
    expect((await real('--count', '6', '--seed', '9')).bytes).not.toEqual(bytes);
  });

  it('draws those of one class', async () => {
    const { classes, bytes } = await real('--count', '4', '--class', '1');
    expect(classes).toBe('1\n1\n1\n1\n');
    expect(signs(bytes, 4)).toEqual([-1, -1, -1, -1]);
  });

  it('is a picture in the run folder without --out', async () => {
    const { stdout } = await runInProcess(['sample', conditional, '--real'], folder);
    expect(stdout).toBe('FOLDER/conditional/real.png\n');
  });

  it('draws from the data of a preset, into a file that is named', async () => {
    const out = join(folder, 'preset.npy');
    const words = ['sample', 'ring', '--real', '--count', '6'];
    expect(await runInProcess([...words, '--out', out], folder)).toEqual({
      code: 0,
      stdout: 'FOLDER/preset.npy\n',
      stderr: '',
    });
    const gan = createCompiler().compile(JSON.stringify({ extends: 'ring' }));
    const points = new Float32Array(Uint8Array.from(readFileSync(out)).slice(-6 * 2 * 4).buffer);
    expect(points).toEqual((await gan.real(6)).data);
    expect(await runInProcess(words, folder)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: a spec has no folder for samples: name a file, as in --out real.png\n',
    });
  });

  it('names what there is no spec or run of', async () => {
    const { code, stderr } = await runInProcess(['sample', 'nosuch', '--real'], folder);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^error GAN110: there is no file or preset "nosuch"\n/);
  });

  it('draws from the data of a spec, with settings of its own', async () => {
    const spec = join(folder, 'spec.json');
    writeFileSync(spec, JSON.stringify({ extends: 'ring', data: { type: 'ring', modes: 1 } }));
    const set = ['--set', 'data.radius=2', '--set', 'data.stddev=0'];
    const out = join(folder, 'equal.npy');
    const words = ['--real', '--count', '2', '--out', out, ...set];
    expect((await runInProcess(['sample', spec, ...words], folder)).code).toBe(0);
    const bytes = Uint8Array.from(readFileSync(out)).slice(-2 * 2 * 4);
    expect([...new Float32Array(bytes.buffer)]).toEqual([2, 0, 2, 0]);
  });

  it('is the way to samples of a spec that is not trained', async () => {
    expect(await runInProcess(['sample', 'ring'], folder)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: ring is a spec, which has no samples of its own: train it (ganspec train ring), or draw samples of its data with --real\n',
    });
  });

  it('is needed for --set', async () => {
    const words = ['sample', conditional, '--set', 'monitor.sampleCount=2'];
    expect(await runInProcess(words, folder)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: --set goes with --real; generated samples are those of the run as it was trained\n',
    });
    const out = join(folder, 'two.npy');
    const real = ['--real', '--out', out];
    expect((await runInProcess([...words, ...real], folder)).code).toBe(0);
    expect(readFileSync(out).toString('latin1')).toContain("'shape': (2, 2)");
  });

  it('gives what there is, and says so', async () => {
    const outcome = await runInProcess(
      ['sample', run, '--plugin', plugin, '--data-dir', data, '--real', '--count', '9'],
      folder,
    );
    expect(outcome).toEqual({
      code: 0,
      stdout: 'FOLDER/run/real.png\n',
      stderr: 'note: there are 8 such samples\n',
    });
  });
});

describe('--class', () => {
  const out = join(folder, 'classes.npy');
  const drawn = async (...words: string[]) => {
    const outcome = await runInProcess(
      ['sample', conditional, '--count', '3', '--out', out, ...words],
      folder,
    );
    return {
      ...outcome,
      samples: [...new Float32Array(Uint8Array.from(readFileSync(out)).slice(-3 * 2 * 4).buffer)],
    };
  };

  it('draws samples of one class', async () => {
    expect(await drawn('--class', '1')).toEqual({
      code: 0,
      stdout: 'FOLDER/classes.npy\n',
      stderr: '',
      samples: [2, 3, 2, 3, 2, 3],
    });
  });

  it('draws each class in turn by default', async () => {
    expect((await drawn()).samples).toEqual([0, 1, 2, 3, 0, 1]);
  });

  it('must be a class of the data set', async () => {
    const { code, stderr } = await drawn('--class', '2');
    expect(code).toBe(2);
    expect(stderr).toBe(`error GAN514: there is no class 2: the classes are 0 to 1
  hint: Ask for one of these.
`);
  });
});
