import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { engineList } from '../../src/engines/list.js';
import type { EngineReport } from '../../src/index.js';
import { runInProcess, type Outcome } from './runInProcess.js';

let folder: string;
const engine = (...words: readonly string[]): Promise<Outcome> =>
  runInProcess(['engine', ...words], folder);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'));
  vi.stubEnv('XDG_CACHE_HOME', folder);
});
afterEach(() => vi.unstubAllEnvs());

describe('ganspec engine', () => {
  it('lists the engines, those that do not work too', async () => {
    vi.stubEnv('GANSPEC_TENSORFLOW', join(folder, 'nothing'));
    const { code, stdout } = await engine('list');
    const lines = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    const table = lines.slice(0, lines.indexOf(''));
    expect(table.map((line) => line.split(' ')[0])).toEqual([
      'engine',
      ...engineList.map(({ name }) => name),
    ]);
    expect(lines[1]).toMatch(
      /^onnx +works +onnxruntime-node +1\.30\.0 +CPU +in .*node_modules\/onnxruntime-node$/,
    );
    expect(lines[2]).toMatch(/^tensorflow +does not work +TensorFlow +–$/);
    expect(stdout).toMatch(/\ntensorflow does not work: .*nothing.*\n {2}\S.*GANSPEC_TENSORFLOW/);
    const engines = JSON.parse((await engine('list', '--json')).stdout) as EngineReport[];
    // The others need a GPU.
    const onCpus = engines.filter(({ name }) => !name.includes(':'));
    expect(onCpus.map(({ name, works }) => [name, works])).toEqual([
      ['onnx', true],
      ['tensorflow', false],
      ['tfjs', true],
    ]);
  });

  it('removes nothing where nothing is installed', async () => {
    expect(await engine('remove', 'tensorflow')).toEqual({
      code: 0,
      stdout: 'nothing is installed\n',
      stderr: '',
    });
  });

  it('installs libraries alone of engines that need one', async () => {
    const { code, stderr } = await engine('install', 'tfjs');
    expect(code).toBe(2);
    expect(stderr).toBe(
      "error: command-argument value 'tfjs' is invalid for argument 'engine'. Allowed choices are tensorflow.\n",
    );
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'shows licence, package and folder before it refuses another package',
    async () => {
      const file = join(folder, 'other.whl');
      writeFileSync(file, 'another package');
      const { code, stdout, stderr } = await engine('install', 'tensorflow', '--from', file);
      expect(code).toBe(2);
      expect(stdout).toBe(
        'library: tensorflow-cpu 2.21.0, licence Apache-2.0\npackage: FOLDER/other.whl\nfolder: FOLDER/ganspec/engines/tensorflow, 854 MB\n',
      );
      expect(stderr).toContain(
        'error GAN525: FOLDER/other.whl is not the package tensorflow-cpu 2.21.0 for Python 3.11 and manylinux_2_27_x86_64: its SHA-256 is ',
      );
      expect(stderr).toContain('\n  hint: `pip download tensorflow-cpu==2.21.0 --no-deps ');
    },
  );
});
