/**
 * A long run with samples and checkpoints, whose resident memory stays flat: the median of the last fifth of its time is at
 * most 40 MiB above that of the second fifth (the first one holds the start), the height of the saw teeth that the garbage
 * collector makes. Read from /proc, so on Linux alone.
 * `GANSPEC_RELIABILITY=long` takes 5,000 steps of `dcgan-mnist` instead of 1,500 of `ring`; figures stand in
 * docs/reliability.md.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const isLong = process.env['GANSPEC_RELIABILITY'] === 'long';
const steps = isLong ? 5000 : 1500;
const main = join(import.meta.dirname, '../../dist/cli/main.js');
const settings = isLong
  ? ['monitor.sampleEvery=50', 'monitor.checkpoint={"every":50}']
  : ['monitor.sampleEvery=10', 'monitor.checkpoint={"every":10}'];

it.runIf(process.platform === 'linux')(
  'the resident memory of a run stays flat',
  async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'ganspec-memory-')), 'run');
    const preset = isLong ? 'dcgan-mnist' : 'ring';
    const child = spawn(
      process.execPath,
      [
        ...[main, 'train', preset, '--steps', String(steps), '--out', out],
        ...[...settings, 'training.batchSize=16'].flatMap((setting) => ['--set', setting]),
      ],
      { stdio: 'ignore' },
    );
    const ended = new Promise<number | null>((done) => child.on('close', done));
    const resident: number[] = [];
    const look = setInterval(() => resident.push(residentMiB(child.pid ?? 0)), isLong ? 500 : 10);
    const code = await ended;
    clearInterval(look);
    expect(code).toBe(0);
    const seen = resident.filter((value) => value > 0);
    expect(seen.length).toBeGreaterThan(50);
    const [early, late] = [median(fifth(seen, 1)), median(fifth(seen, 4))];
    console.log(
      `| \`${preset}\` | ${steps} | ${Math.round(early)} | ${Math.round(late)} | ${Math.round(Math.max(...seen))} |`,
    );
    expect(late - early).toBeLessThan(40);
  },
  3_600_000,
);

/** @returns The resident memory of a process, in MiB; 0 where it has ended. */
function residentMiB(pid: number): number {
  try {
    return (
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    );
  } catch {
    return 0;
  }
}

const fifth = (values: readonly number[], index: number): readonly number[] =>
  values.slice(
    Math.floor((index * values.length) / 5),
    Math.floor(((index + 1) * values.length) / 5),
  );

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
