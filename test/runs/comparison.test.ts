import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../cli/runInProcess.js';
import { writeHandmadeRecord } from './handmadeRun.js';

const folder = mkdtempSync(join(tmpdir(), 'ganspec-compare-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const time = '2026-01-31T23:59:59.123Z';
const evaluation = (step: number, distance: number, isBest: boolean) => ({
  ...{ type: 'evaluation', time, step, metrics: { frechetDistance: distance } },
  ...{ seconds: 1.5, isBest },
});

beforeAll(() => {
  const runs = {
    first: [evaluation(10, 5, true), evaluation(20, 2.25, true), evaluation(30, 8, false)],
    second: [
      { type: 'step', time, step: 7, metrics: { realScore: 0.5 }, samples: 1, imagesPerSecond: 2 },
      { type: 'samples', time, step: 7, file: 'samples/step-000007.png', count: 1 },
    ],
  };
  for (const [name, events] of Object.entries(runs)) {
    const run = join(folder, name);
    writeHandmadeRecord(run, { name, seed: 4, status: 'completed' });
    mkdirSync(join(run, 'samples'));
    writeFileSync(join(run, 'samples/step-000007.png'), 'picture');
    const lines = events.map((event) => `${JSON.stringify(event)}\n`);
    writeFileSync(join(run, 'events.jsonl'), lines.join(''));
  }
});

describe('ganspec compare', () => {
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];

  it('has the last values of each run, and the step of the best', async () => {
    const { stdout, stderr } = await runInProcess(['compare', first, second], folder);
    // Columns are as wide as the whole paths.
    expect({ stdout: stdout.replace(/ {2,}/g, '  '), stderr }).toEqual({
      stdout: `run  state  seed  step  frechetDistance  best step
FOLDER/first  completed  4  30  8.000  20
FOLDER/second  completed  4  7
`,
      stderr: '',
    });
  });

  it('writes a page with a curve of every number and the last samples', async () => {
    const page = join(folder, 'page.html');
    const { stdout } = await runInProcess(['compare', first, second, '--html', page], folder);
    expect(stdout.split('\n').at(-2)).toBe('FOLDER/page.html');
    const html = readFileSync(page, 'utf8');
    // Steps 10, 20, 30 of 30 over 320 pixels; values 5, 2.25, 8 between 2.25 and 8 over 180.
    expect(html).toContain('points="106.7,93.9 213.3,180.0 320.0,0.0"');
    expect(html).toContain('frechetDistance: 2.250 to 8.000, step 0 to 30');
    expect(html).toContain('realScore: 0.5000 to 0.5000, step 0 to 7');
    const picture = Buffer.from('picture').toString('base64');
    expect(html).toContain(`src="data:image/png;base64,${picture}"`);
  });

  it('gives all values as JSON', async () => {
    const { stdout } = await runInProcess(['compare', first, '--json'], folder);
    expect(JSON.parse(stdout)).toMatchObject([
      { name: 'first', best: 20, evaluations: [{ step: 10 }, { step: 20 }, { step: 30 }] },
    ]);
  });
});
