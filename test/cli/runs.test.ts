import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHandmadeRecord } from '../runs/handmadeRun.js';
import { runInProcess, type Outcome } from './runInProcess.js';

const folder = mkdtempSync(join(tmpdir(), 'ganspec-runs-'));
const events = [
  { type: 'start', name: 'ring', run: null, engine: 'onnx', engineReason: 'it works here' },
  { type: 'step', step: 10, metrics: { loss: 0.5 }, samples: 64, imagesPerSecond: 159.4 },
  { type: 'step', step: 20, metrics: { loss: 0.25 }, samples: 64, imagesPerSecond: 159.4 },
].map((event, i) => ({
  time: `2026-01-31T23:58:${10 + 5 * i}.000Z`,
  ...event,
  ...(event.type === 'start' && { steps: 30, batchSize: 64, seed: 7, noun: 'images' }),
}));
const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('');

beforeAll(() => {
  const started = '2026-01-31T23:58:00.000Z';
  const killed = join(folder, 'killed');
  writeHandmadeRecord(killed, { name: 'ring', steps: 30, status: 'running', started, ended: null });
  writeFileSync(join(killed, 'events.jsonl'), lines);
  writeHandmadeRecord(join(folder, 'done\u001b'), { ended: '2026-02-01T01:00:05.000Z' });
  mkdirSync(join(folder, 'broken'));
  writeFileSync(join(folder, 'broken/run.json'), '');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...words: readonly string[]): Promise<Outcome> => runInProcess(words, folder);

describe('ganspec runs', () => {
  it('prints a table, and a warning for each that is damaged', async () => {
    const { code, stdout, stderr } = await run('runs', folder);
    expect(code).toBe(0);
    expect(stdout.replaceAll(/ {2,}/g, '  ')).toBe(
      `run  name  state  step  started  took
FOLDER/killed  ring  killed  20/30  2026-01-31T23:58:00.000Z  20 s
FOLDER/done\\x1b  gan  completed  0/1  2026-01-31T23:59:59.123Z  1 h 00 min
`,
    );
    expect(stderr).toBe('warning GAN610: FOLDER/broken/run.json: damaged: it is empty\n');
  });

  it('prints one document with --json', async () => {
    const { stdout, stderr } = await run('runs', folder, '--json');
    expect(JSON.parse(stdout)).toMatchObject([
      {
        path: 'FOLDER/broken',
        state: 'damaged',
        error: {
          code: 'GAN610',
          message: 'FOLDER/broken/run.json: damaged: it is empty',
          hint: 'Restore the folder from a copy, or make it anew; a damaged record is never used in silence.',
        },
      },
      { path: 'FOLDER/killed', state: 'killed', step: 20, record: { name: 'ring', steps: 30 } },
      { path: 'FOLDER/done\u001b', state: 'completed', record: { status: 'completed' } },
    ]);
    expect(stderr).toBe('');
  });

  it('says so where there are none', async () => {
    expect(await run('runs', join(folder, 'none'))).toEqual({
      code: 0,
      stdout: '',
      stderr: 'no runs in FOLDER/none\n',
    });
  });
});

describe('ganspec follow', () => {
  it('prints the progress, and how a run ended that could not say so', async () => {
    expect(await run('follow', join(folder, 'killed'))).toEqual({
      code: 0,
      stdout: '',
      stderr: `training ring: 30 steps, batch 64, seed 7, engine onnx (it works here)
step 10/30  159 images/s  loss 0.5000  mean over 64 images
step 20/30  ETA 5 s  159 images/s  loss 0.2500  mean over 64 images
the run was killed
to go on: ganspec resume FOLDER/killed
`,
    });
  });

  it('prints the lines with --json', async () => {
    const { stdout } = await run('follow', join(folder, 'killed'), '--json');
    expect(stdout).toBe(lines);
  });

  it('takes a folder of runs for the latest in it', async () => {
    const { stderr } = await run('follow', folder);
    expect(stderr).toContain('note: the latest run of FOLDER is FOLDER/done\\x1b\n');
  });

  it('is refused for a folder without a run', async () => {
    expect(await run('follow', join(folder, 'none'))).toEqual({
      code: 2,
      stdout: '',
      stderr: `error GAN513: FOLDER/none is not the folder of a run: there is no such folder
  hint: Name the folder that \`ganspec train\` printed at its end; \`ganspec runs\` lists them.
`,
    });
  });
});
