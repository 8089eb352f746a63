/** The built command line as a child process; needs `npm run build`. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../dist/cli/main.js');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function ganspec(words: readonly string[], input = ''): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const small = ['--set', 'training.batchSize=8', '--set', 'monitor.sampleCount=4'];

describe('ganspec', () => {
  it('prints its version', () => {
    const manifest = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    expect(ganspec(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('prints its help on standard output', () => {
    const { status, stdout, stderr } = ganspec(['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const command of [
      'validate',
      'explain',
      'compile',
      'train',
      'resume',
      'runs',
      'follow',
      'sample',
      'presets',
      'layers',
      'losses',
      'penalties',
      'plugin',
      'new',
      'types',
      'docs',
      'doctor',
      'engine',
    ]) {
      expect(stdout).toContain(`\n  ${command} `);
    }
  });

  it('returns 2 for a command that does not exist', () => {
    expect(ganspec(['trian'])).toEqual({
      status: 2,
      stdout: '',
      stderr: "error: unknown command 'trian'\n(Did you mean train?)\n",
    });
  });

  it('ends quietly if its reader closes the pipe', async () => {
    const child = spawn(process.execPath, [main, 'layers', '--json'], { cwd: folder });
    child.stdout.destroy();
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    const status = await new Promise((done) => child.on('close', done));
    expect({ status, said }).toEqual({ status: 0, said: '' });
  });

  it.each([
    ['presets', 'name'],
    ['layers', 'type'],
    ['losses', 'type'],
  ])('lists %s as text and as JSON', (command, key) => {
    const listed = JSON.parse(ganspec([command, '--json']).stdout) as Record<string, string>[];
    const { status, stdout } = ganspec([command]);
    expect(status).toBe(0);
    expect(listed.length).toBeGreaterThan(4);
    for (const entry of listed) expect(stdout).toContain(entry[key]);
  });

  it('lists the engines and data sets that work', () => {
    const { status, stdout } = ganspec(['doctor', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      node: process.version,
      engines: expect.arrayContaining([
        expect.objectContaining({ name: 'onnx', works: true }),
        expect.objectContaining({ name: 'tfjs', works: true }),
      ]) as unknown,
    });
    expect(ganspec(['doctor']).stdout).toContain('data ring: works: 100,000 samples of 2\n');
  });
});

describe('ganspec validate', () => {
  it('prints one line for a spec without mistakes', () => {
    expect(ganspec(['validate', 'ring'])).toEqual({
      status: 0,
      stdout: 'ring: valid, 0 warnings\n',
      stderr: '',
    });
    expect(ganspec(['validate', 'ring', '--json']).stdout).toBe(
      `${JSON.stringify({ valid: true, diagnostics: [] }, null, 2)}\n`,
    );
  });

  it('prints each diagnostic with its place and pointer as JSON', () => {
    const text = `{
  "data": "ring",
  "generator": { "layers": [{ "type": "dense", "units": 2 }] },
  "discriminator": { "layers": [{ "type": "dense", "units": 3 }] }
}`;
    const { status, stdout, stderr } = ganspec(['validate', '-', '--json'], text);
    expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      valid: false,
      diagnostics: [
        {
          code: 'GAN203',
          severity: 'error',
          message: 'the discriminator yields 3 where one score per sample is needed',
          file: '<stdin>',
          line: 4,
          column: 61,
          pointer: '/discriminator/layers/0/units',
          hint: 'let its last layer be { "type": "dense", "units": 1 }',
        },
      ],
    });
  });

  it('returns 4 for missing data, at the option that names them', () => {
    const text = `{
  "data": { "type": "csv", "file": "no.csv" },
  "generator": { "layers": [{ "type": "dense", "units": 2 }] },
  "discriminator": { "layers": [{ "type": "dense", "units": 1 }] }
}`;
    const { status, stdout, stderr } = ganspec(['validate', '-', '--json'], text);
    expect({ status, stderr }).toEqual({ status: 4, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      valid: false,
      diagnostics: [{ code: 'GAN401', pointer: '/data/file', line: 2, column: 36 }],
    });
    const plain = ganspec(['validate', '-'], text);
    expect([plain.status, plain.stdout]).toEqual([4, '-: 1 error, 0 warnings\n']);
  });

  it('returns 0 with warnings on standard error', () => {
    const { status, stdout, stderr } = ganspec([
      'validate',
      'ring',
      '--set',
      'loss=wasserstein',
      '--set',
      'penalties=[]',
    ]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'ring: valid, 1 warning\n' });
    expect(stderr).toContain('warning GAN305:');
  });

  it.each([
    ['an empty text', '', 3],
    ['text that is not JSON', 'generator: dense', 3],
    ['trailing garbage', '{} {}', 3],
    ['a number beyond all bounds', '{ "latent": { "dim": 1e999 } }', 3],
    ['NaN', '{ "latent": { "dim": NaN } }', 3],
    ['a key that reaches into prototypes', '{ "__proto__": {} }', 3],
    ['lists nested a thousand deep', '['.repeat(1000) + ']'.repeat(1000), 3],
    ['more than a megabyte', ' '.repeat(2 ** 20) + '{}', 3],
    ['a misspelt key', '{ "extends": "ring", "latnet": {} }', 3],
    ['a wrong type', '{ "extends": "ring", "latent": { "dim": "many" } }', 3],
    ['a number out of range', '{ "extends": "ring", "latent": { "dim": 0 } }', 3],
    ['a batch of a billion', '{ "extends": "ring", "training": { "batchSize": 1000000000 } }', 7],
    [
      'a trillion units',
      '{ "extends": "ring", "generator": { "layers": [{ "type": "dense", "units": 1000000000000 }] } }',
      7,
    ],
  ])('refuses %s with a code and a place', (_what, text, expected) => {
    const { status, stdout, stderr } = ganspec(['validate', '-', '--json'], text);
    expect({ status, stderr }).toEqual({ status: expected, stderr: '' });
    const { valid, diagnostics } = JSON.parse(stdout) as {
      valid: boolean;
      diagnostics: readonly Record<string, unknown>[];
    };
    expect(valid).toBe(false);
    expect(diagnostics[0]).toMatchObject({
      code: expect.stringMatching(/^GAN\d{3}$/) as string,
      severity: 'error',
      file: '<stdin>',
      line: expect.any(Number) as number,
      column: expect.any(Number) as number,
    });
  });

  it('accepts a byte order mark, comments and trailing commas', () => {
    const text = '\uFEFF{ "extends": "ring", /* more */ "latent": { "dim": 3, }, }';
    expect(ganspec(['validate', '-'], text).status).toBe(0);
  });

  it.each([
    ['a file that is not there', 'missing.json'],
    ['a folder', '.'],
  ])('refuses %s', (_what, file) => {
    const { status, stderr } = ganspec(['validate', file]);
    expect(status).toBe(3);
    expect(stderr).toMatch(/^error GAN\d{3}: /);
    expect(JSON.parse(ganspec(['validate', file, '--json']).stdout)).toMatchObject({
      valid: false,
      diagnostics: [{ file, line: 1, column: 1, pointer: '' }],
    });
  });
});

describe('ganspec explain', () => {
  it('shows both networks as tables', () => {
    const { status, stdout } = ganspec(['explain', 'ring']);
    expect(status).toBe(0);
    expect(stdout).toContain('generator: 2 → 2 (FLOPs and activation bytes per sample)\n');
    expect(stdout).toContain('discriminator: 2 → 1 ');
  });

  it.each(['normalized', 'resolved'])('prints the %s spec as JSON', (stage) => {
    const { stdout } = ganspec(['explain', 'ring', '--stage', stage]);
    expect(JSON.parse(stdout)).toBeTypeOf('object');
  });

  it('prints a stage as one JSON document', () => {
    const { stdout } = ganspec(['explain', 'ring', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      stage: 'summary',
      content: { generator: { outputShape: [2] } },
    });
  });

  it('returns 3 and prints the place of the mistake', () => {
    const { status, stdout, stderr } = ganspec(
      ['explain', '-'],
      '{ "extends": "ring", "loss": "hing" }',
    );
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('hint: did you mean "hinge"?\n');
  });
});

describe('ganspec train and sample', () => {
  it('trains, prints its run folder, and draws samples from it', () => {
    const run = join(folder, 'run');
    const trained = ganspec([
      'train',
      'ring',
      ...small,
      '--steps',
      '3',
      '--seed',
      '5',
      '--out',
      run,
    ]);
    expect({ status: trained.status, stdout: trained.stdout }).toEqual({
      status: 0,
      stdout: `${run}\n`,
    });
    expect(trained.stderr).toContain('training ring: 3 steps, batch 8, seed 5, engine onnx');
    expect(trained.stderr).toContain('step 3/3  ');
    expect(readdirSync(run)).toEqual(
      expect.arrayContaining([
        'events.jsonl',
        'resolved.json',
        'run.json',
        'samples',
        'spec.json',
        'state.safetensors',
      ]),
    );

    const file = join(folder, 'samples.npy');
    expect(ganspec(['sample', run, '--count', '10', '--seed', '1', '--out', file])).toEqual({
      status: 0,
      stdout: `${file}\n`,
      stderr: '',
    });
    expect(readFileSync(file).subarray(1, 6).toString('latin1')).toBe('NUMPY');
    expect(ganspec(['sample', run]).stdout).toBe(`${join(run, 'samples.png')}\n`);
    expect(existsSync(join(run, 'samples.png'))).toBe(true);

    const again = ganspec(['train', 'ring', ...small, '--steps', '1', '--out', run]);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('error GAN510: ');
  });

  it('prints one JSON event per line', () => {
    const run = join(folder, 'json');
    const words = ['train', 'ring', ...small, '--steps', '2', '--out', run, '--json'];
    const { status, stdout, stderr } = ganspec(words);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events[0]).toMatchObject({ type: 'start', steps: 2 });
    expect(events.at(-1)).toMatchObject({ type: 'end', run, steps: 2, status: 'completed' });
  });

  it('refuses a folder without a run', () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    const { status, stderr } = ganspec(['sample', empty]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error GAN513: /);
  });

  it('refuses an output folder that is not empty', () => {
    const own = mkdtempSync(join(folder, 'own-'));
    writeFileSync(join(own, 'thesis.txt'), 'the only copy');
    const { status, stderr } = ganspec(['train', 'ring', '--steps', '1', '--out', own]);
    expect(status).toBe(2);
    expect(stderr).toContain('error GAN510: ');
    expect(readdirSync(own)).toEqual(['thesis.txt']);
  });

  it('stops after the update under way on Ctrl-C, keeps the run, and returns 130', async () => {
    const run = join(folder, 'stopped');
    const words = [
      'train',
      'ring',
      ...small,
      '--steps',
      '1000000',
      '--set',
      'monitor.sampleEvery=0',
      '--out',
      run,
    ];
    const child = spawn(process.execPath, [main, ...words], { cwd: folder });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('step 1/') && !child.killed) child.kill('SIGINT');
    });
    const status = await new Promise((done) => child.on('close', done));
    expect(status).toBe(130);
    expect(said).toContain(
      'stopping after this update and keeping what there is; once more to stop at once\n',
    );
    expect(said).toMatch(/interrupted after \d+ steps? {2}[^\n]*\nto go on: ganspec resume /);
    const record = JSON.parse(readFileSync(join(run, 'run.json'), 'utf8')) as { status: string };
    expect(record.status).toBe('interrupted');
    expect(existsSync(join(run, 'state.safetensors'))).toBe(true);
  });
});

describe('time to answer', () => {
  /** The fastest of several runs in milliseconds, since other tests may keep the machine busy. */
  function fastest(words: readonly string[]): number {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      spawnSync(process.execPath, words, { cwd: folder });
      return performance.now() - start;
    });
    return Math.min(...times);
  }

  it.each([[['--help']], [['validate', 'dcgan-mnist']]])('%j answers within 0.4 s', (words) => {
    // Node itself starts in 50 ms on an idle machine; on a busy one everything slows down alike.
    const budget = Math.max(400, 8 * fastest(['-e', '']));
    expect(fastest([main, ...words])).toBeLessThan(budget);
  });
});
