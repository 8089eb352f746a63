/**
 * Runs on disks that fail: each ends in one clear line with its exit code, and earlier checkpoints stay as they were.
 * Where it may mount (as root, `GANSPEC_RELIABILITY=long`), a small tmpfs is filled during a run as well.
 */
import { spawn, spawnSync } from 'node:child_process';
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
import { beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../src/checkpoint/digest.js';

const main = join(import.meta.dirname, '../../dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'ganspec-disk-'));
const spec = join(folder, 'spec.json');
const whole = join(folder, 'whole');

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs ganspec in a shell, with these commands before it. */
function ganspec(words: readonly string[], before = ''): Promise<Ended> {
  const quoted = [process.execPath, main, ...words].map((word) => `'${word}'`).join(' ');
  const child = spawn('bash', ['-c', `${before}exec ${quoted}`], { cwd: folder });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  return new Promise((done) => {
    child.on('close', (code, signal) => {
      done({ code, signal, stdout, stderr });
    });
  });
}

/** Files may grow to 100 KiB; the state of the run is larger. Programs are told instead of killed. */
const smallFiles = "trap '' XFSZ; ulimit -f 100; ";

/** Shell commands that make Node run a script before ganspec. */
const preloaded = (script: string): string =>
  `export NODE_OPTIONS='--import data:text/javascript,${encodeURIComponent(script).replaceAll("'", '%27')}'; `;

/** Opens files until the limit, once there is a first checkpoint. */
const manyFiles = (run: string): string => `
  import { existsSync, openSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  const open = () => {
    if (!existsSync('${run}/checkpoints/step-000020')) return;
    clearInterval(timer);
    try { for (;;) openSync('/dev/null'); } catch {}
  };
  const timer = setInterval(open, 1);
  if (isMainThread) timer.unref(); else clearInterval(timer);`;

/** A clock that goes an hour back whenever someone looks at it. */
const clockBackwards = `
  let now = Date.now();
  globalThis.Date = class extends Date {
    static now() { return (now -= 3_600_000); }
    constructor(...given) { given.length === 0 ? super(Date.now()) : super(...given); }
  };`;

/** The lines on standard error that are no progress. */
const complaints = (stderr: string): readonly string[] =>
  stderr.split('\n').filter((line) => line !== '' && !/^(step|training|going on) /.test(line));

const statusOf = (run: string): unknown =>
  (JSON.parse(readFileSync(join(run, 'run.json'), 'utf8')) as { readonly status: string }).status;

const digests = (run: string): readonly string[] =>
  readdirSync(join(run, 'checkpoints'))
    .sort()
    .map((name) => digestOf(readFileSync(join(run, 'checkpoints', name, 'state.safetensors'))));

/** Digests of the checkpoints of a run of 40 steps. */
let expected: readonly string[] = [];

beforeAll(async () => {
  const training = { steps: 40, batchSize: 16 };
  const monitor = { sampleCount: 4, sampleEvery: 0, checkpoint: { every: 20 } };
  writeFileSync(spec, JSON.stringify({ extends: 'ring', training, monitor }));
  expect(await ganspec(['train', spec, '--out', whole])).toMatchObject({ code: 0 });
  expected = digests(whole);
});

describe('a run', () => {
  it('whose first checkpoint cannot be written fails in one line', async () => {
    const run = join(folder, 'first');
    const { code, stderr } = await ganspec(['train', spec, '--out', run], smallFiles);
    expect(complaints(stderr)).toEqual([
      `error GAN511: ${run}/checkpoints/step-000020: cannot be written (it is larger than files may be here)`,
      '  hint: Make room, or write to another disk.',
    ]);
    expect(code).toBe(2);
    expect(statusOf(run)).toBe('failed');
    expect(readdirSync(join(run, 'checkpoints'))).toEqual([]);
    expect(existsSync(join(run, 'lock.json'))).toBe(false);
  });

  it('that cannot write a later checkpoint keeps the earlier ones, and goes on once it can', async () => {
    const before = digests(whole);
    const words = ['resume', whole, '--steps', '80'];
    const { code, stderr } = await ganspec(words, smallFiles);
    expect(complaints(stderr)[0]).toMatch(/^error GAN511: .*\/step-000060: cannot be written/);
    expect(code).toBe(2);
    expect(digests(whole)).toEqual(before);
    expect(statusOf(whole)).toBe('failed');
    expect(await ganspec(words)).toMatchObject({ code: 0 });
    const longer = join(folder, 'longer');
    expect(await ganspec(['train', spec, '--steps', '80', '--out', longer])).toMatchObject({
      code: 0,
    });
    expect(digests(longer)).toEqual(digests(whole));
  });

  it('without a place for its folder fails in one line', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { code, stderr } = await ganspec(['train', spec, '--out', 'file/run']);
    expect(complaints(stderr)[0]).toMatch(
      /^error GAN511: .*cannot be written \(a part of the path is a file\)$/,
    );
    expect(code).toBe(2);
  });

  it.runIf(existsSync('/sys'))('in a read-only folder fails in one line', async () => {
    const { code, stderr } = await ganspec(['train', spec, '--out', '/sys/run']);
    expect(complaints(stderr)).toEqual([
      expect.stringMatching(
        /^error GAN511: \/sys\/run: cannot be written \((no permission|the disk is read-only)\)$/,
      ),
      '  hint: Make that place writable, or write to another one.',
    ]);
    expect(code).toBe(2);
  });

  it('for which too many files are open fails in one line, is known to be dead, and can go on', async () => {
    const run = join(folder, 'files');
    const train = ['train', spec, '--steps', '100000', '--out', run];
    const { code, stderr } = await ganspec(train, `ulimit -n 200; ${preloaded(manyFiles(run))}`);
    expect(complaints(stderr)).toEqual([
      expect.stringMatching(/^error GAN511: .*: cannot be written \(too many files are open\)$/),
      '  hint: Close some, or raise the limit (`ulimit -n`).',
    ]);
    expect(code).toBe(2);
    expect((await ganspec(['runs', run])).stdout).toMatch(/^\S*files +\S+ +(killed|failed) /m);
    expect(await ganspec(['resume', run, '--steps', '40'])).toMatchObject({ code: 0 });
    expect(digests(run).at(-1)).toBe(expected.at(-1));
  });

  it.each([22, 32])('that may open no more than %i files ends in one line', async (limit) => {
    const { code, stderr } = await ganspec(['train', spec], `ulimit -n ${limit}; `);
    expect(stderr).toMatch(
      /^error GAN707: EMFILE: too many open files, .*\n {2}hint: Raise the limit/,
    );
    expect(code).toBe(7);
  });

  it('that does not fit into its address space is refused with a batch that does', async () => {
    const limited = 'ulimit -v 3000000; export NODE_OPTIONS=--disable-wasm-trap-handler; ';
    const batch = (size: number): readonly string[] => [
      'validate',
      'dcgan-mnist',
      '--set',
      `training.batchSize=${size}`,
    ];
    const { code, stderr } = await ganspec(batch(1000), limited);
    expect(code).toBe(7);
    expect(stderr).toContain('error GAN704: training needs at least ');
    const fitting = Number(/a batchSize of up to (\d+) fits/.exec(stderr)?.[1]);
    expect((await ganspec(batch(fitting), limited)).code).toBe(0);
  });

  it.runIf(existsSync('/proc/self'))('within /proc is refused', async () => {
    const { code, stderr } = await ganspec(['train', spec, '--out', '/proc/run']);
    expect(complaints(stderr)[0]).toMatch(/^error GAN511: \/proc\/run: cannot be written/);
    expect(code).toBe(2);
  });

  it('that cannot be begun leaves room for another try', async () => {
    const run = join(folder, 'again');
    const { code, stderr } = await ganspec(
      ['train', spec, '--out', run],
      "trap '' XFSZ; ulimit -f 1; ",
    );
    expect(complaints(stderr)[0]).toMatch(/^error GAN511: .*(it is larger than files may be here)/);
    expect(code).toBe(2);
    expect(readdirSync(run)).toEqual([]);
    expect(await ganspec(['train', spec, '--out', run, '--steps', '2'])).toMatchObject({ code: 0 });
  });

  it('that has a file in place of the folder of its pictures warns, and goes on', async () => {
    const run = join(folder, 'pictures');
    const train = ['train', spec, '--out', run, '--steps'];
    expect(await ganspec([...train, '20'])).toMatchObject({ code: 0 });
    rmSync(join(run, 'samples'), { recursive: true });
    writeFileSync(join(run, 'samples'), '');
    const { code, stderr } = await ganspec(['resume', run, '--steps', '40']);
    expect(complaints(stderr)[0]).toMatch(
      /^warning GAN511: .*step-000040.png: cannot be written \(a part of the path is a file\)$/,
    );
    expect(code).toBe(0);
    expect(digests(run)).toEqual(expected);
  });

  it('that a rule of health stops keeps its state', async () => {
    const run = join(folder, 'stopped');
    const rule = 'monitor.health.gradientNorms={"action":"stop","max":1e-6}';
    const words = ['train', spec, '--out', run, '--set', rule];
    const { code, stderr } = await ganspec(words);
    expect(complaints(stderr)[0]).toMatch(/^error GAN551: the gradients explode/);
    expect(code).toBe(5);
    expect(readdirSync(join(run, 'checkpoints'))).toEqual(['step-000010']);
    expect(await ganspec(['sample', run, '--out', join(run, 'x.png')])).toMatchObject({ code: 0 });
  });

  it('whose clock goes backwards is like any other', async () => {
    const run = join(folder, 'clock');
    const before = preloaded(clockBackwards);
    const words = ['train', spec, '--steps', '20', '--out', run];
    expect(await ganspec(words, before)).toMatchObject({ code: 0 });
    expect(await ganspec(['resume', run, '--steps', '40'], before)).toMatchObject({ code: 0 });
    expect(digests(run)).toEqual(expected);
    const { stdout } = await ganspec(['runs', run, '--json'], before);
    expect(stdout).toContain('"state": "completed"');
  });

  it('goes on where nobody reads its standard output', () => {
    const run = join(folder, 'unread');
    const words = ['train', spec, '--json', '--set', 'monitor.logEvery=1', '--out', run];
    const quoted = [process.execPath, main, ...words].map((word) => `'${word}'`).join(' ');
    const { stdout, stderr } = spawnSync('bash', ['-c', `${quoted} | head -n 1`], {
      encoding: 'utf8',
      cwd: folder,
    });
    expect(stdout).toMatch(/^\{"time":"[^"]*","type":"start"/);
    expect(stderr).toBe(
      'warning: standard output cannot be written (closed, or a full disk); training goes on, and events.jsonl in the run folder has every event\n',
    );
    expect(statusOf(run)).toBe('completed');
  });

  it('shares its second with another: both get folders, and one folder takes only one', async () => {
    const words = ['train', spec];
    const both = await Promise.all([ganspec(words), ganspec(words)]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(new Set(both.map(({ stdout }) => stdout)).size).toBe(2);
    const out = ['--out', join(folder, 'shared')];
    const pair = await Promise.all([ganspec([...words, ...out]), ganspec([...words, ...out])]);
    expect(pair.map(({ code }) => code).sort()).toEqual([0, 2]);
    const refused = pair.find(({ code }) => code === 2);
    expect(refused?.stderr).toMatch(/^error GAN51(0|6): /);
    expect(statusOf(join(folder, 'shared'))).toBe('completed');
  });

  it('that is told twice to stop ends at once, by the signal, with its last checkpoint', async () => {
    const run = join(folder, 'twice');
    const child = spawn(process.execPath, [
      main,
      ...['train', spec, '--steps', '1000000', '--set', 'training.batchSize=4096', '--out', run],
    ]);
    let isTold = false;
    child.stderr.on('data', () => {
      if (isTold || !existsSync(join(run, 'checkpoints/step-000020'))) return;
      isTold = true;
      child.kill('SIGTERM');
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGTERM'), 5);
    });
    const look = setInterval(() => child.stderr.emit('data', ''), 5);
    const [code, signal] = await new Promise<[number | null, string | null]>((done) => {
      child.on('close', (...ended) => {
        done(ended);
      });
    });
    clearInterval(look);
    // The first signal may have been enough.
    expect([`${signal}`, `${code}`]).toContain(signal === null ? '143' : 'SIGTERM');
    expect(statusOf(run)).toBe('interrupted');
    expect(await ganspec(['resume', run, '--steps', '1'])).toMatchObject({ code: 2 });
  });

  it.runIf(process.env['GANSPEC_RELIABILITY'] === 'long' && process.getuid?.() === 0)(
    'whose disk is filled meanwhile keeps its checkpoints',
    async () => {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'none', disk]).status).toBe(0);
      try {
        const run = join(disk, 'run');
        const running = ganspec(['train', spec, '--steps', '100000', '--out', run]);
        while (!existsSync(join(run, 'checkpoints/step-000040')))
          await new Promise((wait) => setTimeout(wait, 5));
        spawnSync('bash', ['-c', `cat /dev/zero > ${disk}/full`]);
        const { code, stderr } = await running;
        expect(complaints(stderr).join('\n')).toMatch(
          /^error GAN511: .* \(the disk is full\)\n {2}hint: /m,
        );
        expect(code).toBe(2);
        rmSync(join(disk, 'full'));
        const newest = readdirSync(join(run, 'checkpoints')).sort().at(-1) ?? '';
        const steps = String(Number(/\d+/.exec(newest)?.[0]) + 20);
        expect(await ganspec(['resume', run, '--steps', steps])).toMatchObject({ code: 0 });
      } finally {
        spawnSync('umount', ['-l', disk]);
      }
    },
  );
});

describe('output that a full disk does not take', () => {
  it.runIf(existsSync('/dev/full'))('ends every other command with an error', async () => {
    for (const words of [['presets'], ['explain', spec], ['validate', spec, '--json']]) {
      const { code, stderr } = await ganspec(words, 'exec > /dev/full; ');
      expect(complaints(stderr)).toEqual([
        'error GAN511: standard output cannot be written (ENOSPC: no space left on device, write)',
        '  hint: Make room, or write to another place: what was written is incomplete.',
      ]);
      expect(code).toBe(2);
    }
  });

  it('is an error where a file takes only a part', async () => {
    const { code, stderr } = await ganspec(
      ['explain', spec, '--stage', 'onnx'],
      `trap '' XFSZ; ulimit -f 1; exec > '${join(folder, 'cut.txt')}'; `,
    );
    expect(complaints(stderr)[0]).toMatch(/^error GAN511: standard output cannot be written/);
    expect(code).toBe(2);
  });
});
