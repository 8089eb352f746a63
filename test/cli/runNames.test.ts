/** Runs named by their folders or by their specs, through the built command line; needs `npm run build`. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openRun } from '../../src/index.js';
import { Project } from '../examples/support/project.js';
import { runInProcess } from './runInProcess.js';

const project = new Project();
const { folder } = project;
const elsewhere = join(folder, 'elsewhere');
const plugin = 'import { defineLoss, tf } from "ganspec";\n' + lossModule();
let run = '';
/** A copy of the run in a folder of its own name. */
const copy = join(folder, 'copy');

function lossModule(): string {
  const schema = {
    $id: 'mean.schema.json',
    title: 'MeanLoss',
    description: 'Made for a test.',
    type: 'object',
    required: ['type'],
    additionalProperties: false,
    properties: { type: { const: 'acme/mean' } },
    examples: [{ type: 'acme/mean' }],
  };
  return `export const mean = defineLoss({
  type: 'acme/mean',
  schema: ${JSON.stringify(schema)},
  scores: 'logits',
  discriminatorLoss: ({ real, fake }) => tf.sub(tf.mean(fake), tf.mean(real)),
  generatorLoss: ({ fake }) => tf.neg(tf.mean(fake)),
});
`;
}

/** A run trained with a plugin, a data folder and settings, none of which stand in its spec. */
beforeAll(() => {
  mkdirSync(join(folder, 'specs'));
  mkdirSync(join(elsewhere, 'tables'), { recursive: true });
  const rows = Array.from({ length: 40 }, (_, i) => `${i % 7},${(i % 11) / 2}`);
  writeFileSync(join(elsewhere, 'tables/own.csv'), ['a,b', ...rows].join('\n'));
  writeFileSync(join(folder, 'mean.mjs'), plugin);
  const spec = {
    name: 'own',
    data: { type: 'csv', file: 'tables/none.csv' },
    latent: { dim: 2 },
    generator: { layers: [{ type: 'dense', units: 2 }] },
    discriminator: { layers: [{ type: 'dense', units: 1 }] },
    training: { batchSize: 8 },
  };
  writeFileSync(join(folder, 'specs/own.json'), JSON.stringify(spec));
  const words = ['train', 'specs/own.json', '--steps', '2', '--data-dir', 'elsewhere'];
  const settings = ['--set', 'loss=acme/mean', '--set', 'data.file=tables/own.csv'];
  const { stdout, stderr } = project.ganspec(...words, '--plugin', 'mean.mjs', ...settings);
  run = stdout.trim();
  if (!existsSync(run)) throw new Error(stderr);
  cpSync(run, copy, { recursive: true });
});
afterAll(() => {
  project.remove();
});

const inProcess = (...words: string[]) => runInProcess(words, folder);

describe('the folder of a run in place of a spec', () => {
  it('is checked with the plugins, data folder and settings of the run', async () => {
    expect(await inProcess('validate', copy)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^FOLDER\/copy: valid, \d+ warnings?\n$/) as string,
    });
  });

  it('is explained', async () => {
    const { code, stdout } = await inProcess('explain', copy, '--stage', 'normalized', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      content: {
        data: { file: 'tables/own.csv' },
        loss: { type: 'acme/mean' },
        training: { steps: 2 },
      },
    });
  });

  it('takes settings of its own', async () => {
    const set = ['--set', 'training.steps=7', '--json'];
    const { stdout } = await inProcess('explain', copy, '--stage', 'normalized', ...set);
    expect(JSON.parse(stdout)).toMatchObject({ content: { training: { steps: 7 } } });
  });

  it('is compiled with the weights of the run', async () => {
    const out = join(folder, 'compiled');
    expect(await inProcess('compile', copy, '--out', out)).toMatchObject({ code: 0 });
    const state = (path: string) => readFileSync(join(path, 'state.safetensors')).toString('hex');
    expect(state(out)).toBe(state(copy));
  });

  it('is trained anew, and that run knows as much', async () => {
    const out = join(folder, 'again');
    expect(await inProcess('train', copy, '--out', out, '--steps', '1')).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))).toMatchObject({
      dataDir: elsewhere,
      dataPaths: ['tables/own.csv'],
      pluginModules: [join(folder, 'mean.mjs')],
    });
  });
});

describe('a run', () => {
  it('is sampled, resumed and opened with its own plugins and data folder', async () => {
    const out = join(folder, 'drawn');
    expect(await inProcess('sample', copy, '--count', '3', '--out', out)).toMatchObject({
      code: 0,
      stdout: 'FOLDER/drawn.csv\n',
    });
    expect(await inProcess('resume', copy, '--steps', '3')).toMatchObject({ code: 0 });
    const opened = await openRun(copy);
    expect(opened.session.step).toBe(3);
    await opened.dispose();
  });

  it('names the module of a plugin that is gone, for which --plugin gives another', async () => {
    const moved = join(folder, 'moved');
    cpSync(copy, moved, { recursive: true });
    const other = join(folder, 'gone.mjs');
    writeFileSync(other, plugin);
    await inProcess(
      'train',
      copy,
      '--out',
      join(folder, 'lost'),
      '--plugin',
      other,
      '--steps',
      '1',
    );
    rmSync(other);
    const { code, stderr } = await inProcess('validate', join(folder, 'lost'));
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: `error GAN800: cannot load plugin "FOLDER/gone.mjs": there is no file FOLDER/gone.mjs
  hint: name an ES module by its path, or a package that is installed here
`,
    });
    const given = ['--plugin', join(folder, 'mean.mjs')];
    expect(await inProcess('validate', join(folder, 'lost'), ...given)).toMatchObject({ code: 0 });
  });
});

it('finds data again that --set named by a path of its own', async () => {
  vi.stubEnv('HOME', elsewhere);
  const out = join(folder, 'own-path');
  const set = ['--set', 'data.file=~/tables/own.csv'];
  const words = ['train', copy, '--out', out, '--steps', '1'];
  expect(await inProcess(...words, ...set)).toMatchObject({ code: 0 });
  expect(await inProcess('validate', out)).toMatchObject({ code: 0 });
  vi.unstubAllEnvs();
});

describe('the name of a spec', () => {
  it.each([
    ['validate', 'runs/own', 0],
    ['explain', 'own', 0],
    ['sample', 'own', 0],
    ['follow', 'runs/own', 0],
    ['resume', 'own', 2],
  ])('is that of its latest run for %s', (command, name, code) => {
    const { status, stderr } = project.ganspec(command, name);
    expect(stderr).toContain(`note: the latest run of ${name} is runs/own/`);
    expect(status).toBe(code);
  });

  it('names the run whose weights another starts with', () => {
    const words = ['train', 'runs/own', '--init-from', 'own', '--steps', '1', '--out', 'warm'];
    const { status } = project.ganspec(...words);
    expect(status).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'warm/run.json'), 'utf8'))).toMatchObject({
      initFrom: run,
    });
  });

  it('stays that of a preset', () => {
    const { stdout, stderr } = project.ganspec('validate', 'ring');
    expect({ stdout, stderr }).toEqual({ stdout: 'ring: valid, 0 warnings\n', stderr: '' });
  });

  it('without a run is no spec and no run', () => {
    expect(project.ganspec('validate', 'nothing').stderr).toContain('there is no file or preset');
    expect(project.ganspec('sample', 'nothing').stderr).toContain(
      'error GAN513: nothing is not the folder of a run: there is no such folder',
    );
  });
});
