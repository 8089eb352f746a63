import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCompiler, GanspecError, type ExportTargetName } from '../../src/index.js';
import { exportTargets } from '../../src/export/targets/list.js';
import { datasetRecord } from '../../src/runs/datasetRecord.js';
import { createRunFolder } from '../../src/runs/folder.js';
import { momentOf, plainStart } from '../runs/keptRun.js';
import { runInProcess, type Outcome } from './runInProcess.js';

let root = '';
let run = '';

/** A run that is still training, with checkpoints after the iterations 1 and 2. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ganspec-export-'));
  run = join(root, 'run');
  const source = {
    data: { type: 'ring' },
    latent: { dim: 2 },
    generator: { layers: [{ type: 'dense', units: 2 }] },
    discriminator: { layers: [{ type: 'dense', units: 1 }] },
    training: { batchSize: 2 },
    monitor: { checkpoint: { keep: 2 } },
  };
  const gan = createCompiler({ baseDir: root }).compile(JSON.stringify(source));
  const session = await gan.prepare();
  const { resolved } = gan;
  const data = datasetRecord(resolved.data, await gan.openDataset());
  const folder = createRunFolder(run, { ...plainStart, source, resolved, baseDir: root, data });
  for (const step of [1, 2]) {
    await session.iterate();
    folder.keepCheckpoint(await session.readState(), momentOf(step), step);
  }
  await session.dispose();
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const exportRun = (...words: string[]): Promise<Outcome> =>
  runInProcess(['export', ...words], root);

describe('ganspec export', () => {
  it('writes into the run folder, and says which iteration of a run that still trains', async () => {
    expect(await exportRun(run, '--to', 'onnx')).toEqual({
      code: 0,
      stdout: 'FOLDER/run/exports/onnx\n',
      stderr: 'note: the generator after iteration 2, latest weights\n',
    });
    expect(readdirSync(join(run, 'exports/onnx')).sort()).toEqual([
      'export.json',
      'generator.onnx',
    ]);
  });

  it('takes another checkpoint, another folder, and prints JSON', async () => {
    const out = join(root, 'first');
    const { stdout } = await exportRun(run, '--to', 'tfjs', '--from', '1', '--out', out, '--json');
    expect(JSON.parse(stdout)).toEqual({
      target: 'tfjs',
      folder: 'FOLDER/first',
      files: ['export.json', 'generator/model.json', 'generator/weights.bin'],
      iteration: 1,
      weights: 'latest',
      notes: [],
    });
  });

  it('replaces what it exported before, and nothing else', async () => {
    const out = join(root, 'mine');
    expect((await exportRun(run, '--to', 'onnx', '--out', out)).code).toBe(0);
    expect((await exportRun(run, '--to', 'safetensors', '--out', out)).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['export.json', 'generator.safetensors']);
    writeFileSync(join(out, 'notes.txt'), 'mine');
    expect(await exportRun(run, '--to', 'onnx', '--out', out)).toEqual({
      code: 2,
      stdout: '',
      stderr: `error GAN530: FOLDER/mine holds files that ganspec did not write there, or that were changed since: notes.txt; nothing there was touched
  hint: Give --out a new or an empty folder, or overwrite files of the same names with --force.
`,
    });
    expect(readdirSync(out).sort()).toEqual(['export.json', 'generator.safetensors', 'notes.txt']);
    expect((await exportRun(run, '--to', 'onnx', '--out', out, '--force')).code).toBe(0);
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it.each([
    [
      'a target that does not exist',
      ['--to', 'onix'],
      `error GAN533: there is no export target "onix"; did you mean "onnx"?\n  hint: The targets are ${exportTargets.map(({ name }) => name).join(', ')}.\n`,
    ],
    [
      'an option of another target',
      ['--to', 'onnx', '--quantize', 'uint8'],
      'error GAN540: the target onnx has no option "quantize"\n  hint: It is one of tfjs, browser.\n',
    ],
    [
      'a checkpoint that is not there',
      ['--to', 'onnx', '--from', '7'],
      'error GAN607: FOLDER/run has no checkpoint of step 7\n  hint: It has those of steps 1, 2; monitor.checkpoint.keep tells how many are kept.\n',
    ],
  ])('refuses %s', async (_what, words, stderr) => {
    const out = join(root, 'none');
    const outcome = await exportRun(run, ...words, '--out', out);
    expect(outcome).toMatchObject({ stdout: '', stderr });
    expect(existsSync(out)).toBe(false);
  });

  it('refuses a spec, and what is neither', async () => {
    expect(await exportRun('ring', '--to', 'onnx')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: ring is a spec, whose generator has learnt nothing: train it (ganspec train ring), or write it as it starts (ganspec compile ring --out …)\n',
    });
    mkdirSync(join(root, 'empty'));
    expect(await exportRun(join(root, 'empty'), '--to', 'onnx')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^error GAN513: FOLDER\/empty is not the folder of a run: it has no run.json\n/,
      ) as string,
    });
  });
});

it('refuses wrong arguments of a program', async () => {
  const gan = createCompiler().compile({
    data: { type: 'ring' },
    generator: { layers: [{ type: 'dense', units: 2 }] },
    discriminator: { layers: [{ type: 'dense', units: 1 }] },
  });
  const session = await gan.prepare();
  const refusal = (target: string, options: object) =>
    gan
      .exportTo(session, target as ExportTargetName, join(root, 'none'), options)
      .catch((error: unknown) => (error instanceof GanspecError ? error.message : error));
  expect(await refusal('flax', {})).toBe('there is no export target "flax"');
  expect(await refusal('tfjs', { quantize: 'int4' })).toBe(
    'quantize of exportTo must be one of uint8, uint16, float16, not "int4"',
  );
  await session.dispose();
});
