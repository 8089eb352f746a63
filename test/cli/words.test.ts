/** Lists and descriptions of words, and the texts of presets. */
import { describe, expect, it } from 'vitest';
import { kindRecords, kinds } from '../../src/entries/entry.js';
import { createCompiler } from '../../src/index.js';
import { runInProcess } from './runInProcess.js';

const run = (...words: string[]) => runInProcess(words, 'no folder');

describe('the list of a kind', () => {
  it.each(kinds)('has every %s with its options and defaults', async (kind) => {
    const { code, stdout } = await run(kindRecords[kind].folder);
    expect(code).toBe(0);
    const types = createCompiler()
      .registry.words(kind)
      .map(({ type }) => type);
    const lines = stdout.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
    expect(lines.map((line) => line.split('  ')[0])).toEqual(types);
  });

  it.each([
    ['optimizers', 'sgd  learningRate=0.01  momentum=0  nesterov=false'],
    ['datasets', 'ring  modes=8'],
    ['initializers', 'constant  value=0'],
  ])('of %s shows defaults', async (folder, line) => {
    expect((await run(folder)).stdout).toContain(line);
  });
});

describe('ganspec show', () => {
  it('describes a word with its options, those of its kind, and examples', async () => {
    const { code, stdout } = await run('show', 'conv2d');
    expect(code).toBe(0);
    expect(stdout).toContain(`conv2d (layer)
    Two-dimensional convolution of images [height, width, channels].
  filters  integer ≥ 1, required
      Channels of the output.
  kernelSize  integer ≥ 1 or list of 2 integer ≥ 1, required
`);
    expect(stdout).toContain('  activation  activation, default "linear"\n');
    expect(stdout).toContain('every layer also takes\n');
    expect(stdout).toContain('    {"type":"conv2d","filters":3,"kernelSize":5,"strides":2}\n');
    expect(stdout).not.toMatch(/`|\.md/);
  });

  it('describes all words of one name', async () => {
    const { stdout } = await run('show', 'leakyReLU');
    expect(stdout).toMatch(/^leakyReLU \(activation\)$/m);
    expect(stdout).toMatch(/^leakyReLU \(layer\)$/m);
  });

  it.each(kinds)('describes each %s', async (kind) => {
    const [word] = createCompiler().registry.words(kind);
    const { stdout } = await run('show', word?.type ?? '', '--json');
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ kind, type: word?.type, description: word?.schema.description }),
    );
  });

  it.each([
    ['nn.Conv2d', 'conv2d'],
    ['lrelu', 'leakyReLU'],
    ['image_folder', 'imageFolder'],
  ])('knows a word by another name: %s', async (name, type) => {
    expect((await run('show', name)).stdout).toMatch(new RegExp(`^${type} \\(`));
  });

  it('describes a key of a spec, with those in it', async () => {
    expect((await run('show', 'batch_size')).stdout)
      .toBe(`training.batchSize  integer ≥ 1, default 64
    Real samples, and generated ones, in a batch; an update takes one, or several under gradientAccumulation.
`);
    const { stdout } = await run('show', 'ema');
    expect(stdout).toContain('training.ema  object or null, default null\n');
    expect(stdout).toContain('\n  decay  number ≥ 0, < 1 or schedule, default 0.999\n');
    expect(stdout).not.toMatch(/`|\.md|#/);
    expect((await run('show', 'training.ema.start')).stdout).toMatch(
      /^training\.ema\.start {2}integer ≥ 0, default 0\n/,
    );
    const [key] = JSON.parse((await run('show', 'gradientClip', '--json')).stdout) as unknown[];
    expect(key).toMatchObject({
      name: 'training.gradientClip',
      keys: [
        { name: 'by', default: 'norm' },
        { name: 'limit', required: true },
      ],
    });
  });

  it('describes an option of every word that has it, also by its name in other libraries', async () => {
    const { stdout } = await run('show', 'momentum');
    expect(stdout).toMatch(/^sgd \(optimizer\)$/m);
    expect(stdout).toMatch(
      /^momentum of optimizer "sgd" {2}number ≥ 0, < 1 or schedule, default 0$/m,
    );
    expect(stdout).toMatch(/^momentum of layer "batchNorm" {2}number/m);
    expect((await run('show', 'lr')).stdout).toContain(
      'learningRate of optimizer "adam"  number ≥ 0 or schedule, default 0.001\n    Size of a step.\n',
    );
    expect((await run('show', 'every')).stdout).toMatch(/^every of every penalty {2}integer ≥ 1/m);
  });

  it('refuses an unknown word, and names one near it', async () => {
    expect(await run('show', 'convv2d')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: there is no word "convv2d"\n(Did you mean conv2d?)\n',
    });
    expect((await run('show', 'batchSizes')).stderr).toContain('(Did you mean batchSize?)\n');
    expect((await run('show', 'xyzzyxyzzy')).stderr).toBe('error: there is no word "xyzzyxyzzy"\n');
  });
});

describe('ganspec presets show', () => {
  it.each(['ring', 'cgan-mnist', 'wavegan-small'])('prints %s, a spec of its own', async (name) => {
    const { code, stdout } = await run('presets', 'show', name);
    expect(code).toBe(0);
    expect(stdout).toContain('"$schema": "./node_modules/ganspec/schema/v1.json"');
    const compiler = createCompiler();
    const { spec } = compiler.check(stdout);
    expect(spec).toEqual(compiler.check(compiler.read(name)).spec);
  });

  it('refuses an unknown name', async () => {
    expect(await run('presets', 'show', 'rng')).toEqual({
      code: 3,
      stdout: '',
      stderr: 'error GAN110: there is no preset "rng"\n  hint: did you mean "ring"?\n',
    });
  });

  it('lists the presets without a name', async () => {
    expect((await run('presets')).stdout).toMatch(/^ring +Two small/m);
  });
});
