/**
 * Runs that are killed again and again (SIGKILL), at random moments and while a checkpoint is written: each resume works, and
 * the last state and the events are those of a run that was never stopped.
 * `GANSPEC_RELIABILITY=long` kills 200 times instead of 4, `GANSPEC_SEED` chooses the moments; figures stand in
 * docs/reliability.md.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { digestOf } from '../../src/checkpoint/digest.js';
import { randomNumbers } from './damage.js';

const isLong = process.env['GANSPEC_RELIABILITY'] === 'long';
const kills = isLong ? 200 : 4;
const seed = Number(process.env['GANSPEC_SEED'] ?? 1);
const main = join(import.meta.dirname, '../../dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'ganspec-kills-'));

/** A run with every kind of state. */
const everyState = {
  extends: 'ring',
  generator: {
    layers: [{ type: 'dense', units: 64 }, 'batchNorm', 'relu', { type: 'dense', units: 2 }],
  },
  discriminator: {
    layers: [
      { type: 'dense', units: 64, activation: 'relu', spectralNorm: true },
      'dropout',
      { type: 'dense', units: 1 },
    ],
  },
  penalties: [{ type: 'r1', every: 4 }],
  training: { steps: 1200, batchSize: 16, discriminatorSteps: 2, gradientAccumulation: 2 },
  monitor: { logEvery: 7, sampleEvery: 90, sampleCount: 16, checkpoint: { every: 25 } },
};

const dense = (outputs: number): object => ({
  layers: [
    { type: 'dense', units: 64, activation: 'relu' },
    { type: 'dense', units: outputs },
  ],
});

/** A run that is taken back several times, by a rule that needs ten iterations, each time with half of the rates. */
const takenBack = {
  data: { type: 'ring', count: 512 },
  latent: { dim: 4 },
  generator: dense(2),
  discriminator: dense(1),
  loss: 'wasserstein',
  optimizers: {
    generator: { type: 'adam', learningRate: 0.003, beta1: 0.5 },
    discriminator: { type: 'adam', learningRate: 0.003, beta1: 0.5 },
  },
  training: { steps: 600, batchSize: 16 },
  monitor: {
    logEvery: 7,
    sampleEvery: 0,
    checkpoint: { every: 7, minutes: 0 },
    health: {
      gradientNorms: { action: 'rollback', max: 1.5 },
      rollback: { times: 50, rate: 0.5 },
    },
  },
};
const resumeWords = (run: string): readonly string[] => ['resume', run];

/** Starts ganspec, and kills it: by chance, or when it writes a checkpoint. @returns True where it ended by itself. */
async function killed(
  words: readonly string[],
  run: string,
  random: (below: number) => number,
  stats: { atWrite: number },
): Promise<boolean> {
  const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<number | null>((done) => child.on('close', done));
  await started(child, () => said.includes('step ') || said.includes('going on'));
  const atWrite = random(2) === 0;
  const limit = performance.now() + random(1500);
  while (child.exitCode === null && performance.now() < limit) {
    if (atWrite && isWriting(run)) {
      stats.atWrite += 1;
      break;
    }
    await new Promise((wait) => setTimeout(wait, 0));
  }
  child.kill('SIGKILL');
  const code = await ended;
  if (code !== null && code !== 0) throw new Error(`exit code ${code}: ${said}`);
  return code === 0;
}

function started(child: ChildProcess, isReady: () => boolean): Promise<void> {
  return new Promise((done) => {
    const look = setInterval(() => {
      if (!isReady() && child.exitCode === null) return;
      clearInterval(look);
      done();
    }, 5);
  });
}

function isWriting(run: string): boolean {
  const checkpoints = join(run, 'checkpoints');
  if (!existsSync(checkpoints)) return false;
  return readdirSync(checkpoints).some((name) => name.endsWith('.tmp'));
}

const hasCheckpoint = (run: string): boolean =>
  existsSync(join(run, 'checkpoints')) &&
  readdirSync(join(run, 'checkpoints')).some((name) => /^step-\d+(\+\d+)?$/.test(name));

/** The digest of the last state, and the events without their times. */
function outcome(run: string): {
  readonly state: string;
  readonly events: readonly Readonly<Record<string, unknown>>[];
} {
  const events = readFileSync(join(run, 'events.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ type }) => ['step', 'samples', 'rollback'].includes(String(type)))
    .map(({ time, imagesPerSecond, ...event }) => {
      expect([typeof time, typeof imagesPerSecond]).not.toContain('object');
      return event;
    });
  return { state: digestOf(readFileSync(join(run, 'state.safetensors'))), events };
}

it.each([
  { name: 'a run with every kind of state', spec: everyState, rollbacks: 0 },
  { name: 'a run that is taken back', spec: takenBack, rollbacks: 2 },
])(
  `${kills} kills leave no trace in $name`,
  async ({ name, spec, rollbacks }) => {
    const home = mkdtempSync(join(folder, 'of-'));
    const file = join(home, 'spec.json');
    writeFileSync(file, JSON.stringify(spec));
    const trainWords = (run: string): readonly string[] => ['train', file, '--out', run];
    const whole = join(home, 'whole');
    const { status, stderr } = spawnSync(process.execPath, [main, ...trainWords(whole)], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    const expected = outcome(whole);
    const taken = expected.events.filter(({ type }) => type === 'rollback').length;
    expect(taken).toBeGreaterThanOrEqual(rollbacks);
    const random = randomNumbers(seed);
    const stats = { atWrite: 0 };
    let done = 0;
    let runs = 0;
    while (done < kills) {
      const run = join(home, `run-${runs}`);
      runs += 1;
      let isOver = false;
      while (!isOver && done < kills) {
        // A run that was killed before its first checkpoint starts anew.
        if (!hasCheckpoint(run)) rmSync(run, { recursive: true, force: true });
        const words = existsSync(run) ? resumeWords(run) : trainWords(run);
        isOver = await killed(words, run, random, stats);
        if (!isOver) done += 1;
      }
      if (!isOver) {
        const words = hasCheckpoint(run) ? resumeWords(run) : trainWords(join(home, 'last'));
        const last = spawnSync(process.execPath, [main, ...words], { encoding: 'utf8' });
        expect(last.status, last.stderr).toBe(0);
        if (!hasCheckpoint(run)) continue;
      }
      expect(outcome(run)).toEqual(expected);
    }
    console.log(
      `${name}: ${done} kills, ${stats.atWrite} of them while a checkpoint was written, in ${runs} runs with ${taken} rollbacks each (seed ${seed})`,
    );
  },
  isLong ? 3_600_000 : 120_000,
);
