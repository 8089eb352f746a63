import { describe, expect, it } from 'vitest';
import type { StepEvent } from '../../../src/index.js';
import { brief, eventsOf, type Script } from '../scriptedRun.js';

const stepsOf = async (script: Script): Promise<readonly StepEvent[]> =>
  (await eventsOf(script)).filter((event) => event.type === 'step');

describe('the log', () => {
  it('reports the first iteration, every third and the last', async () => {
    expect(brief(await stepsOf({}))).toEqual(['step 1', 'step 3', 'step 6']);
    expect(brief(await stepsOf({ steps: 4 }))).toEqual(['step 1', 'step 3', 'step 4']);
  });

  it('gives means over the iterations since the last step event', async () => {
    const steps = await stepsOf({
      metricsAt: (step) => ({ realScore: step, fakeScore: 2 * step }),
    });
    expect(steps.map(({ metrics }) => metrics)).toEqual([
      { realScore: 1, fakeScore: 2 },
      { realScore: 2.5, fakeScore: 5 },
      { realScore: 5, fakeScore: 10 },
    ]);
    expect(steps.map(({ samples }) => samples)).toEqual([10, 20, 30]);
    expect(steps.every(({ imagesPerSecond }) => imagesPerSecond > 0)).toBe(true);
  });

  it('gives each metric as its mean over the iterations that gave it', async () => {
    const steps = await stepsOf({
      metricsAt: (step) => ({ realScore: step, ...(step % 2 === 0 && { r1: 10 * step }) }),
    });
    // r1 comes at steps 2, 4 and 6; the windows are 1, 2 to 3 and 4 to 6.
    expect(steps.map(({ metrics }) => metrics)).toEqual([
      { realScore: 1 },
      { realScore: 2.5, r1: 20 },
      { realScore: 5, r1: 50 },
    ]);
  });

  it('keeps one order of metrics, whichever of them the first iteration of a window gave', async () => {
    const steps = await stepsOf({
      metricsAt: (step) =>
        step % 2 === 0 ? { r1: 1, realScore: 1 } : { realScore: 1, fakeScore: 2 },
    });
    expect(steps.map(({ metrics }) => Object.keys(metrics))).toEqual([
      ['realScore', 'fakeScore'],
      ['r1', 'realScore', 'fakeScore'],
      ['r1', 'realScore', 'fakeScore'],
    ]);
  });
});
