import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createCompiler, openRun, type TrainEvent } from '../../../src/index.js';

const folder = mkdtempSync(join(tmpdir(), 'ganspec-evaluation-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const spec = {
  extends: 'ring',
  data: { type: 'ring', count: 400 },
  training: { batchSize: 16, steps: 50 },
  monitor: {
    sampleEvery: 0,
    metrics: [
      { type: 'slicedWasserstein', samples: 100 },
      { type: 'slicedWasserstein', samples: 50, projections: 4 },
    ],
    metricsEvery: 20,
    checkpoint: { every: 10, minutes: 0, keep: 1, best: 'slicedWasserstein' },
  },
};

type Evaluations = readonly Extract<TrainEvent, { type: 'evaluation' }>[];

async function evaluationsOf(run: AsyncIterable<TrainEvent>): Promise<Evaluations> {
  const events: TrainEvent[] = [];
  for await (const event of run) events.push(event);
  return events.filter((event) => event.type === 'evaluation');
}

describe('monitor.metricsEvery', () => {
  const out = join(folder, 'run');
  const gan = createCompiler().compile(JSON.stringify(spec));
  let found: Evaluations = [];

  it('measures every so many iterations, and after the last', async () => {
    found = await evaluationsOf(gan.train({ out, engine: 'tfjs' }));
    expect(found.map(({ step }) => step)).toEqual([20, 40, 50]);
    for (const { metrics } of found) {
      expect(Object.keys(metrics)).toEqual(['slicedWasserstein', 'slicedWasserstein_2']);
    }
  });

  it('keeps the checkpoint of the best value beside the newest, whose samples have that value', async () => {
    const values = found.map(({ metrics }) => metrics['slicedWasserstein'] ?? NaN);
    const best = found[values.indexOf(Math.min(...values))];
    const kept = found.filter(({ isBest }) => isBest).at(-1);
    expect(kept).toBe(best);
    const step = best?.step ?? NaN;
    const checkpoint = (of: number): string =>
      join(out, 'checkpoints', `step-${String(of).padStart(6, '0')}`);
    expect(existsSync(checkpoint(step))).toBe(true);
    // Of the others, one is kept.
    expect([10, 20, 30, 40, 50].filter((of) => existsSync(checkpoint(of)))).toEqual([
      ...new Set([step, 50]),
    ]);
    const run = await openRun(out, { from: step });
    const { metrics } = await run.evaluate();
    await run.dispose();
    // The other engine rounds in another way.
    expect(metrics[0]?.value).toBeCloseTo(Math.min(...values), 5);
  });

  it('measures nothing without it', async () => {
    const { metrics, sampleEvery } = spec.monitor;
    const monitor = { metrics, sampleEvery };
    const plain = createCompiler().compile(JSON.stringify({ ...spec, monitor }));
    expect(await evaluationsOf(plain.train({ engine: 'tfjs', steps: 20 }))).toEqual([]);
  });
});
