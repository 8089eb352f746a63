/** Runs and compiled folders, used where the places of their data are no longer given; needs `npm run build`. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeGan } from '../../src/export/description.js';
import { createCompiler, openCompiled, openRun, type CompilerOptions } from '../../src/index.js';
import { runInProcess } from '../cli/runInProcess.js';
import { temporaryFolder } from '../datasets/idxFile.js';

const spec = {
  name: 'own',
  data: { type: 'csv', file: 'own.csv' },
  latent: { dim: 2 },
  generator: { layers: [{ type: 'dense', units: 2 }] },
  discriminator: { layers: [{ type: 'dense', units: 1 }] },
  training: { batchSize: 8, steps: 1 },
};

let folder = '';
let specs = '';
/** Holds `own.csv`, outside the folder of the spec. */
let data = '';
let run = '';
beforeEach(() => {
  vi.stubEnv('GANSPEC_DATA', '');
  folder = temporaryFolder();
  specs = join(folder, 'specs');
  data = join(folder, 'data');
  run = join(folder, 'run');
  for (const path of [specs, data]) mkdirSync(path);
  writeFileSync(join(specs, 'own.json'), JSON.stringify(spec));
  writeTable(data);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

function writeTable(place: string): void {
  const rows = Array.from({ length: 40 }, (_, i) => `${i % 7},${(i % 11) / 2}`);
  writeFileSync(join(place, 'own.csv'), ['a,b', ...rows].join('\n'));
}

const ganspec = (...words: string[]) => runInProcess(words, folder);

async function train(...words: string[]): Promise<void> {
  expect(await ganspec('train', join(specs, 'own.json'), '--out', run, ...words)).toMatchObject({
    code: 0,
  });
}

const recordOf = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8')) as unknown;

describe('a run whose data folder GANSPEC_DATA named', () => {
  beforeEach(async () => {
    vi.stubEnv('GANSPEC_DATA', data);
    await train();
    vi.stubEnv('GANSPEC_DATA', '');
  });

  it.each([
    ['validated', ['validate'], 'FOLDER/run: valid, 1 warning'],
    ['explained', ['explain', '--stage', 'data'], '40 samples'],
    ['sampled from its data', ['sample', '--real'], 'FOLDER/run/real.csv'],
    ['resumed', ['resume', '--steps', '2'], 'FOLDER/run'],
  ])('is %s without the variable', async (_what, [command = '', ...words], printed) => {
    const { code, stdout } = await ganspec(command, run, ...words);
    expect(code).toBe(0);
    expect(stdout).toContain(printed);
  });

  it('is trained anew and opened without it, and the next run knows as much', async () => {
    const again = join(folder, 'again');
    expect(await ganspec('train', run, '--out', again)).toMatchObject({ code: 0 });
    expect(recordOf(join(again, 'run.json'))).toMatchObject({
      dataDir: null,
      environmentDirs: [data],
    });
    const opened = await openRun(again, { compiler: createCompiler() });
    expect((await opened.real(3)).shape).toEqual([3, 2]);
    await opened.dispose();
  });

  it('finds data that have moved to where the variable leads now', async () => {
    const moved = join(folder, 'moved');
    renameSync(data, moved);
    const compiler = createCompiler();
    expect(compiler.check(compiler.read(run)).diagnostics).toMatchObject([
      {
        code: 'GAN401',
        message: `"own.csv" was not found (looked for ${specs}/own.csv, ${data}/own.csv)`,
      },
    ]);
    vi.stubEnv('GANSPEC_DATA', moved);
    expect(await ganspec('resume', run, '--steps', '2')).toMatchObject({ code: 0 });
    vi.stubEnv('GANSPEC_DATA', '');
    expect(recordOf(join(run, 'run.json'))).toMatchObject({ environmentDirs: [data, moved] });
    expect(compiler.check(compiler.read(run))).toMatchObject({ valid: true });
  });

  it('takes its own data before others of the name', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'own.csv'), 'a,b,c\n1,2,3\n4,5,6\n7,8,9\n');
    vi.stubEnv('GANSPEC_DATA', other);
    expect(await ganspec('resume', run, '--steps', '2')).toMatchObject({ code: 0 });
  });
});

it('a run keeps the folder of --data-dir for every compiler', async () => {
  await train('--data-dir', data);
  const opened = await openRun(run, { compiler: createCompiler() });
  expect((await opened.real(3)).shape).toEqual([3, 2]);
  await opened.dispose();
});

describe('a data folder that is none', () => {
  const refused = (what: string, by: string): unknown =>
    expect.objectContaining({
      code: 'GAN401',
      exitCode: 4,
      message: `the data folder ${what}`,
      hint: `Name the folder that the data lie in, or leave ${by} out.`,
    });

  it('is refused as option of a compiler', () => {
    const nowhere = join(folder, 'nowhere');
    expect(() => createCompiler({ dataDir: nowhere })).toThrow(
      refused(`${nowhere}: there is no such folder`, '--data-dir (option dataDir)'),
    );
  });

  it('is refused in the environment, whatever the data', () => {
    vi.stubEnv('GANSPEC_DATA', '/dev/null');
    expect(() => createCompiler().check('{ "extends": "ring" }')).toThrow(
      refused('/dev/null: this is no folder', 'GANSPEC_DATA'),
    );
  });
});

describe('a compiled folder', () => {
  /** Compiles the spec; then a step takes a batch of the data, as the typed module asks for it. */
  async function step(set: readonly string[], options: CompilerOptions): Promise<unknown> {
    const compiler = createCompiler(options);
    const gan = compiler.compile(compiler.read(join(specs, 'own.json'), { set }));
    await gan.compileTo(run);
    vi.stubEnv('GANSPEC_DATA', '');
    const description = describeGan(gan.spec.name, gan.program, gan.resolved.data.classList);
    const compiled = await openCompiled(run, description);
    try {
      return await compiled.step('discriminator');
    } finally {
      await compiled.dispose();
    }
  }
  const metrics = { discriminatorLoss: expect.any(Number) as number };

  it('finds data that --set named by an absolute path', async () => {
    const file = join(data, 'own.csv');
    expect(await step([`data.file=${file}`], {})).toMatchObject(metrics);
    expect(recordOf(join(run, 'artefacts.json'))).toMatchObject({ dataPaths: [file] });
  });

  it('finds data that --set named by a path from the home folder', async () => {
    vi.stubEnv('HOME', data);
    expect(await step(['data.file=~/own.csv'], {})).toMatchObject(metrics);
  });

  it('finds data that --set named by a path out of the folder of the spec', async () => {
    expect(await step(['data.file=../data/own.csv'], {})).toMatchObject(metrics);
  });

  it('finds data in the folder of --data-dir, seen from its own', async () => {
    expect(await step([], { dataDir: data })).toMatchObject(metrics);
    expect(recordOf(join(run, 'artefacts.json'))).toMatchObject({
      baseDir: '../specs',
      dataDir: '../data',
    });
  });

  it('finds data in the folder that GANSPEC_DATA named', async () => {
    vi.stubEnv('GANSPEC_DATA', data);
    expect(await step([], {})).toMatchObject(metrics);
    expect(recordOf(join(run, 'artefacts.json'))).toMatchObject({ environmentDirs: ['../data'] });
  });

  it('is compiled from a run without its places', async () => {
    await train('--set', `data.file=${join(data, 'own.csv')}`);
    const out = join(folder, 'out');
    expect(await ganspec('compile', run, '--out', out)).toMatchObject({ code: 0 });
    expect(recordOf(join(out, 'artefacts.json'))).toMatchObject({
      dataPaths: [join(data, 'own.csv')],
    });
  });
});
