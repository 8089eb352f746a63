import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../src/checkpoint/safetensors.js';
import { createCompiler, type TensorMap } from '../../src/index.js';
import { writeHandmadeRun } from '../runs/handmadeRun.js';
import { runInProcess, type Outcome } from './runInProcess.js';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ganspec-compile-'));
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const compile = (...words: string[]): Promise<Outcome> => runInProcess(['compile', ...words], root);

function stateIn(folder: string): TensorMap {
  return readSafetensors(readFileSync(join(folder, 'state.safetensors')), 'state');
}

describe('ganspec compile', () => {
  it('prints the folder that it wrote', async () => {
    const out = join(root, 'ring');
    const outcome = await compile('ring', '--out', out);
    expect(outcome).toEqual({ code: 0, stdout: 'FOLDER/ring\n', stderr: '' });
  });

  it('writes the same files again for the same spec and seed', async () => {
    const out = join(root, 'twice');
    const record = () => readFileSync(join(out, 'artefacts.json'), 'utf8');
    await compile('ring', '--seed', '7', '--out', out);
    const before = record();
    await compile('ring', '--seed', '7', '--out', out);
    expect(record()).toBe(before);
    await compile('ring', '--seed', '8', '--out', out);
    expect(record()).not.toBe(before);
  });

  it('overwrites files that it did not write only with --force', async () => {
    const out = join(root, 'mine');
    mkdirSync(out);
    writeFileSync(join(out, 'notes.txt'), 'mine');
    expect(await compile('ring', '--out', out)).toEqual({
      code: 2,
      stdout: '',
      stderr: `error GAN530: FOLDER/mine holds files that ganspec did not write there, or that were changed since: notes.txt; nothing there was touched
  hint: Give --out a new or an empty folder, or overwrite files of the same names with --force.
`,
    });
    const { code } = await compile('ring', '--out', out, '--force');
    expect([code, readFileSync(join(out, 'notes.txt'), 'utf8')]).toEqual([0, 'mine']);
  });

  it('leaves the package.json of another package alone, also with --force', async () => {
    const out = join(root, 'package');
    mkdirSync(out);
    writeFileSync(join(out, 'package.json'), '{ "name": "mine" }');
    const { code } = await compile('ring', '--out', out, '--force');
    expect([code, readFileSync(join(out, 'package.json'), 'utf8')]).toEqual([
      0,
      '{ "name": "mine" }',
    ]);
  });

  it('prints the names that it mapped', async () => {
    const out = join(root, 'mapped');
    const outcome = await compile('ring', '--set', 'name=con', '--out', out, '--json');
    expect(outcome.stderr).toBe(
      'note: "con" is no file name on every system: the module is gan-con.gan.js\n',
    );
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      folder: 'FOLDER/mapped',
      notes: ['"con" is no file name on every system: the module is gan-con.gan.js'],
    });
  });

  it('exports the weights of a run', async () => {
    const run = join(root, 'run');
    const compiler = createCompiler();
    const session = await compiler.compile(compiler.read('ring')).prepare({ seed: 41 });
    const state = await session.readState();
    await session.dispose();
    mkdirSync(run);
    writeHandmadeRun(run, { extends: 'ring' }, { seed: 41, baseDir: root }, state);

    const out = join(root, 'trained');
    await compile('ring', '--set', 'training.batchSize=1', '--run', run, '--out', out);
    expect(stateIn(out)).toEqual(readSafetensors(writeSafetensors(state), 'state'));

    const { code, stderr } = await compile('gan-mnist', '--run', run, '--out', join(root, 'other'));
    expect([code, stderr.split('\n')[0]]).toEqual([
      2,
      'error GAN504: state tensor "discriminator/dense_0/kernel" is f32[784,512], not f32[2,128]',
    ]);
  });

  it('requires a folder', async () => {
    expect(await compile('ring')).toEqual({
      code: 2,
      stdout: '',
      stderr: "error: required option '--out <dir>' not specified\n",
    });
  });
});
