import { describe, expect, it } from 'vitest';
import type { Metrics, TrainEvent } from '../../src/index.js';
import { trainingLoop, type LoopOptions } from '../../src/train/loop.js';
import type { Samples } from '../../src/runs/samples.js';
import type { Session } from '../../src/train/session.js';

const samples: Samples = { dtype: 'float32', shape: [1, 1], data: new Float32Array(1) };

/** A session whose iteration i, counted from 1, gives `metricsAt(i)`. */
function scripted(metricsAt: (step: number) => Metrics, first = 0): Session {
  let step = first;
  const session: Pick<Session, 'step' | 'iterate' | 'sample'> = {
    get step() {
      return step;
    },
    iterate: () => {
      step += 1;
      return Promise.resolve(metricsAt(step));
    },
    sample: () => Promise.resolve(samples),
  };
  // The loop uses nothing else of a session.
  return session as Session;
}

const options: LoopOptions = {
  steps: 6,
  samplesPerStep: 10,
  monitor: { logEvery: 3, sampleEvery: 2, sampleCount: 1 },
  metrics: ['r1', 'loss', 'twice'],
  run: null,
  keepSamples: (step) => Promise.resolve(`step-${step}.png`),
};

async function collect(
  session: Session,
  changes: Partial<LoopOptions> = {},
): Promise<TrainEvent[]> {
  const events: TrainEvent[] = [];
  for await (const event of trainingLoop(session, { ...options, ...changes })) events.push(event);
  return events;
}

const brief = (events: readonly TrainEvent[]): string[] =>
  events.map((event) => ('step' in event ? `${event.type} ${event.step}` : event.type));

describe('the training loop', () => {
  it('tells of the first step, every third, and samples every second and at the end', async () => {
    const events = await collect(scripted(() => ({ loss: 1 })));
    expect(brief(events)).toEqual([
      'step 1',
      'samples 2',
      'step 3',
      'samples 4',
      'step 6',
      'samples 6',
      'end',
    ]);
  });

  it('tells of the last step also where it is no multiple', async () => {
    const events = await collect(
      scripted(() => ({ loss: 1 })),
      { steps: 4 },
    );
    expect(brief(events)).toEqual(['step 1', 'samples 2', 'step 3', 'step 4', 'samples 4', 'end']);
  });

  it('samples at the end only where sampleEvery is 0', async () => {
    const monitor = { ...options.monitor, sampleEvery: 0 };
    const events = await collect(
      scripted(() => ({ loss: 1 })),
      { monitor },
    );
    expect(brief(events)).toEqual(['step 1', 'step 3', 'step 6', 'samples 6', 'end']);
  });

  it('gives means over the iterations since the last step event', async () => {
    const events = await collect(scripted((step) => ({ loss: step, twice: 2 * step })));
    const steps = events.filter((event) => event.type === 'step');
    expect(steps.map(({ metrics }) => metrics)).toEqual([
      { loss: 1, twice: 2 },
      { loss: 2.5, twice: 5 },
      { loss: 5, twice: 10 },
    ]);
    expect(steps.map((event) => event.samples)).toEqual([10, 20, 30]);
    expect(steps.every(({ imagesPerSecond }) => imagesPerSecond > 0)).toBe(true);
  });

  it('gives each metric as its mean over the iterations that gave it', async () => {
    const events = await collect(
      scripted((step) => (step % 2 === 0 ? { loss: step, r1: 10 * step } : { loss: step })),
    );
    const steps = events.filter((event) => event.type === 'step');
    // r1 comes at steps 2, 4 and 6; the windows are 1, 2 to 3 and 4 to 6.
    expect(steps.map(({ metrics }) => metrics)).toEqual([
      { loss: 1 },
      { loss: 2.5, r1: 20 },
      { loss: 5, r1: 50 },
    ]);
  });

  it('tells metrics in one order, whichever of them the first iteration of a window gave', async () => {
    const events = await collect(
      scripted((step) => (step % 2 === 0 ? { r1: 1, loss: 1 } : { loss: 1, twice: 2 })),
    );
    const steps = events.filter((event) => event.type === 'step');
    expect(steps.map(({ metrics }) => Object.keys(metrics))).toEqual([
      ['loss', 'twice'],
      ['r1', 'loss', 'twice'],
      ['r1', 'loss', 'twice'],
    ]);
  });

  it('ends with the last means and names the files of the samples', async () => {
    const events = await collect(
      scripted(() => ({ loss: 1 })),
      { run: '/runs/one' },
    );
    expect(events.at(-2)).toEqual({ type: 'samples', step: 6, file: 'step-6.png', count: 1 });
    expect(events.at(-1)).toMatchObject({
      type: 'end',
      run: '/runs/one',
      steps: 6,
      metrics: { loss: 1 },
      status: 'completed',
    });
  });

  it('goes on from the step that the session has reached, and is done where there is none left', async () => {
    expect(brief(await collect(scripted(() => ({ loss: 1 }), 4)))).toEqual([
      'step 6',
      'samples 6',
      'end',
    ]);
    const done = await collect(scripted(() => ({ loss: 1 }), 6));
    expect(done.at(-1)).toMatchObject({ steps: 6, imagesPerSecond: 0, status: 'completed' });
  });

  it('stops between two iterations where it is told to', async () => {
    const control = new AbortController();
    const session = scripted((step) => {
      if (step === 2) control.abort();
      return { loss: 1 };
    });
    const events = await collect(session, { signal: control.signal });
    expect(brief(events)).toEqual(['step 1', 'samples 2', 'samples 2', 'end']);
    expect(events.at(-1)).toMatchObject({ steps: 2, status: 'interrupted' });
  });

  it('is complete where the signal comes in the last iteration', async () => {
    const control = new AbortController();
    const session = scripted((step) => {
      if (step === 6) control.abort();
      return { loss: 1 };
    });
    const events = await collect(session, { signal: control.signal });
    expect(events.at(-1)).toMatchObject({ status: 'completed' });
  });

  it('stops where a metric is no longer finite, naming the step and all of them', async () => {
    const metrics = { discriminatorLoss: NaN, generatorLoss: Infinity, realScore: 1 };
    const session = scripted((step) => (step === 2 ? metrics : { realScore: 1 }));
    await expect(collect(session)).rejects.toMatchObject({
      code: 'GAN501',
      exitCode: 5,
      message: 'training diverged at step 2: discriminatorLoss = NaN, generatorLoss = Infinity',
      hint: 'Lower the learning rates, or add a penalty (r1, gradientPenalty) or training.gradientClip; the samples and the log up to here are kept.',
    });
  });
});
