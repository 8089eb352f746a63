/**
 * Runs of a preset of each kind that are killed after 20 iterations and resumed: after 200 further ones, the state has the
 * SHA-256 of that of the uninterrupted run. `GANSPEC_RELIABILITY=long` takes all presets; otherwise only `ring` runs, for 20
 * further iterations. Figures stand in docs/reliability.md.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { digestOf } from '../../src/checkpoint/digest.js';

const isLong = process.env['GANSPEC_RELIABILITY'] === 'long';
const main = join(import.meta.dirname, '../../dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'ganspec-resume-'));

/** What decides the future of a run, with a preset and the values that it is trained with. */
const kinds: Readonly<Record<string, readonly [preset: string, ...set: readonly string[]]>> = {
  'data in epochs of 15 iterations, a schedule by epochs': [
    'ring',
    'data.count=250',
    'training.batchSize=16',
    'training.instanceNoise={"type":"linear","from":0.5,"to":0.1,"steps":12,"unit":"epochs"}',
  ],
  'accumulated gradients': ['ring', 'training.gradientAccumulation=3', 'training.batchSize=16'],
  'an extra-gradient update': ['ring', 'training.update="extraGradient"', 'training.batchSize=16'],
  'lazy penalties, an average': ['stylegan2-small', 'training.batchSize=4'],
  'an adapted augmentation': [
    'dcgan-mnist',
    'training.batchSize=8',
    'training.augment={"policy":["translation","cutout"],"target":0.6,"images":500}',
  ],
  'the balance of BEGAN': ['began-mnist', 'training.batchSize=8'],
  'spectral normalization': ['sngan-mnist', 'training.batchSize=8'],
  'five updates of the discriminator': ['wgan-gp-mnist', 'training.batchSize=8'],
};
const chosen = Object.entries(kinds).slice(0, isLong ? undefined : 1);
const further = isLong ? 200 : 20;
const first = 20;

const rows: string[] = [];
afterAll(() => {
  console.log(rows.join('\n'));
});

it.each(chosen)(
  'a run with %s goes on after a kill bit for bit',
  async (kind, [preset, ...set]) => {
    const [whole, killed] = [join(folder, `${kind} whole`), join(folder, `${kind} killed`)];
    const words = [
      ...['train', preset, '--steps', String(first + further)],
      ...[
        ...set,
        'monitor.sampleEvery=0',
        `monitor.checkpoint={"every":${first},"minutes":0}`,
      ].flatMap((setting) => ['--set', setting]),
    ];
    const uninterrupted = spawnSync(process.execPath, [main, ...words, '--out', whole], {
      encoding: 'utf8',
    });
    expect(uninterrupted.stderr).toContain(`completed after ${first + further} steps`);
    const child = spawn(process.execPath, [main, ...words, '--out', killed], { stdio: 'ignore' });
    const ended = new Promise((done) => child.on('close', done));
    while (!existsSync(join(killed, `checkpoints/step-0000${first}`)) && child.exitCode === null) {
      await new Promise((wait) => setTimeout(wait, 1));
    }
    child.kill('SIGKILL');
    await ended;
    const { stderr } = spawnSync(process.execPath, [main, 'resume', killed], { encoding: 'utf8' });
    expect(stderr).toMatch(/^going on from step \d+ /m);
    const from = /from step (\d+)/.exec(stderr)?.[1] ?? '?';
    const digest = digestIn(whole);
    rows.push(
      `| ${kind} | \`${preset}\` | ${from} | ${first + further} | ${digest.slice(0, 16)} |`,
    );
    expect(digestIn(killed)).toBe(digest);
  },
  3_600_000,
);

const digestIn = (run: string): string => digestOf(readFileSync(join(run, 'state.safetensors')));
