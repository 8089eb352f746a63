import { expect, it } from 'vitest';
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
