import { describe, expect, it } from 'vitest';
import type { TrainEvent } from '../../../src/index.js';
import { compileTiny } from '../../program/tinyGan.js';
import { brief, eventsOf, recordingFolder, scriptedRun, type Script } from '../scriptedRun.js';

const health = {
  ...compileTiny().spec.monitor.health,
  explodingScores: { action: 'warn' as const, limit: 100 },
  rollback: { times: 2, rate: 0.5 },
};

it('a run stops at the first metric that is not finite, naming the step and all such metrics', async () => {
  const folder = recordingFolder();
  const metrics = { realScore: NaN, fakeScore: Infinity, r1: 1 };
  const metricsAt = (step: number) => (step === 2 ? metrics : { realScore: 1 });
  await expect(eventsOf({ metricsAt, folder })).rejects.toMatchObject({
    code: 'GAN501',
    exitCode: 5,
    message: 'training diverged at step 2: realScore = NaN, fakeScore = Infinity',
    hint: 'Lower the learning rates, or add a penalty (r1, gradientPenalty) or training.gradientClip; the samples, the log and the checkpoints up to here are kept.',
  });
  expect(folder.calls).toEqual(['diverged']);
});

it('a sign is reported once, and again after 500 iterations without it', async () => {
  const script: Script = {
    steps: 600,
    metricsAt: (step) => ({ realScore: step < 50 || step === 560 ? -1234 : 1 }),
    monitor: { health, logEvery: 1000, sampleEvery: 0 },
  };
  const warnings = (await eventsOf(script)).filter(({ type }) => type === 'warning');
  expect(warnings.map((event) => event.type === 'warning' && event.message)).toEqual([
    'the scores explode: realScore = -1.23e+3 at step 1, beyond ±100',
    'the scores explode: realScore = -1.23e+3 at step 560, beyond ±100',
  ]);
});

it('a run goes back to its last good state at a sign, and ends at one after the last time', async () => {
  const script: Script = {
    metricsAt: (step) => ({ realScore: step === 5 ? NaN : 1 }),
    folder: recordingFolder(),
    monitor: { health: { ...health, nonFinite: { action: 'rollback' } } },
  };
  const events = [];
  const run = async (): Promise<void> => {
    for await (const event of scriptedRun(script)) events.push(event);
  };
  await expect(run()).rejects.toMatchObject({
    code: 'GAN501',
    message: 'training diverged at step 5: realScore = NaN; going back did not help (2 times)',
  });
  const folder = script.folder as ReturnType<typeof recordingFolder>;
  expect(brief(folder.events).slice(-3)).toEqual(['checkpoint 4', 'rollback 4', 'rollback 4']);
  expect(folder.events.at(-1)).toMatchObject({
    type: 'rollback',
    code: 'GAN501',
    message: 'training diverged at step 5: realScore = NaN',
    from: 5,
    step: 4,
    rateFactor: 0.25,
  });
});

describe('a run whose rule needs several iterations for a sign', () => {
  const unsure = { discriminatorLoss: 1, realScore: 1, fakeScore: 0 };
  const sure = { ...unsure, discriminatorLoss: 1e-3 };
  const script = (isSure: (step: number) => boolean, every: number): Script => ({
    steps: 30,
    metricsAt: (step) => (isSure(step) ? sure : unsure),
    folder: recordingFolder(),
    monitor: {
      health: {
        ...health,
        saturation: { action: 'rollback', limit: 0.01, patience: 3 },
        rollback: { times: 1, rate: 0.5 },
      },
      logEvery: 100,
      sampleEvery: 0,
      checkpoint: { every, minutes: 0, keep: 2, best: null },
    },
  });
  const rollbacksOf = async (one: Script): Promise<readonly string[]> => {
    const events: TrainEvent[] = [];
    const run = async (): Promise<void> => {
      for await (const event of scriptedRun(one)) events.push(event);
    };
    // The same happens again after going back, once too often.
    await expect(run()).rejects.toMatchObject({ code: 'GAN552' });
    return events.flatMap((event) =>
      event.type === 'rollback' ? [`${event.from} → ${event.step}`] : [],
    );
  };

  it('goes back to a state after which three iterations were healthy', async () => {
    // Of 3, 6 and 9, which are kept before the sign begins with 11, three healthy iterations follow 6; in the second run 3.
    expect(await rollbacksOf(script((step) => step === 6 || step > 10, 3))).toEqual(['13 → 6']);
    expect(await rollbacksOf(script((step) => step === 9 || step > 10, 3))).toEqual(['13 → 3']);
  });

  it('goes back to its first state where none was healthy for so long', async () => {
    const one = script((step) => step % 3 !== 1 || step > 20, 4);
    expect(await rollbacksOf(one)).toEqual(['22 → 0']);
  });

  it('is at a checkpoint when it has gone back, and may be stopped there', async () => {
    const stop = new AbortController();
    const one = script((step) => step > 10, 3);
    for await (const event of scriptedRun({ ...one, signal: stop.signal })) {
      if (event.type === 'rollback') stop.abort();
    }
    expect((one.folder as ReturnType<typeof recordingFolder>).calls.slice(-3)).toEqual([
      'checkpoint 12 beside 6, 9',
      'back to 6',
      'interrupted',
    ]);
  });

  it('keeps on disk what it may go back to, and removes what came after that', async () => {
    const one = script((step) => step % 3 === 0 || step > 12, 4);
    await rollbacksOf(one);
    // State 4 may yet turn out to have been healthy when 8 and 12 are kept, and so they name it.
    expect((one.folder as ReturnType<typeof recordingFolder>).calls.slice(0, 6)).toEqual([
      'checkpoint 0',
      'checkpoint 4 beside 0',
      'checkpoint 8 beside 0, 4',
      'checkpoint 12 beside 0, 4',
      'back to 0',
      'checkpoint 4 beside 0',
    ]);
  });
});
