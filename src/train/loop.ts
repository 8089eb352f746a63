/** The training loop: iterations, logs, sample grids, and an orderly end. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { NormalMonitor } from '../language/normalSpec.js';
import type { EndEvent, Metrics, SamplesEvent, StepEvent, TrainEvent } from '../runs/events.js';
import { inOrder } from './metricOrder.js';
import type { Samples } from '../runs/samples.js';
import type { Session } from './session.js';

export interface LoopOptions {
  /** Iterations to have done at the end. */
  readonly steps: number;
  /** Real samples that one iteration consumes. */
  readonly samplesPerStep: number;
  readonly monitor: NormalMonitor;
  /** Names of all metrics, in the order in which they are told. */
  readonly metrics: readonly string[];
  readonly run: string | null;
  readonly signal?: AbortSignal | undefined;
  /** Keeps a grid of samples. @returns the file's name in the run folder, or null. */
  readonly keepSamples: (step: number, samples: Samples) => Promise<string | null>;
}

/** Means of metrics since it was last taken: each over the iterations that gave it. */
class Window {
  #sums = new Map<string, { sum: number; count: number }>();
  #count = 0;
  #start = performance.now();

  constructor(private readonly names: readonly string[]) {}

  add(metrics: Metrics): void {
    for (const [name, value] of Object.entries(metrics)) {
      const { sum, count } = this.#sums.get(name) ?? { sum: 0, count: 0 };
      this.#sums.set(name, { sum: sum + value, count: count + 1 });
    }
    this.#count += 1;
  }

  take(step: number, samplesPerStep: number): StepEvent {
    const seconds = (performance.now() - this.#start) / 1000;
    const samples = this.#count * samplesPerStep;
    const means = [...this.#sums].map(([name, { sum, count }]) => [name, sum / count] as const);
    const metrics = inOrder(Object.fromEntries(means), this.names);
    this.#sums = new Map();
    this.#count = 0;
    this.#start = performance.now();
    return { type: 'step', step, metrics, samples, imagesPerSecond: samples / seconds };
  }
}

/**
 * Trains until the steps are done or the signal comes; a signal takes effect between two iterations.
 * @throws GanspecError GAN501 (exit code 5) where a metric is no longer finite.
 */
export async function* trainingLoop(
  session: Session,
  options: LoopOptions,
): AsyncGenerator<TrainEvent, void> {
  const { steps, samplesPerStep, monitor, signal } = options;
  const first = session.step;
  const start = performance.now();
  const window = new Window(options.metrics);
  let last: Metrics = {};
  while (session.step < steps && !signal?.aborted) {
    const metrics = await session.iterate();
    checkFinite(metrics, session.step);
    window.add(metrics);
    const { step } = session;
    if (step === 1 || step % monitor.logEvery === 0 || step === steps) {
      const event = window.take(step, samplesPerStep);
      last = event.metrics;
      yield event;
    }
    if (monitor.sampleEvery > 0 && step % monitor.sampleEvery === 0 && step !== steps) {
      yield await sampleEvent(session, options);
    }
  }
  const seconds = (performance.now() - start) / 1000;
  yield await sampleEvent(session, options);
  const done = session.step - first;
  const end: EndEvent = {
    type: 'end',
    run: options.run,
    steps: session.step,
    imagesPerSecond: done === 0 ? 0 : (done * samplesPerStep) / seconds,
    metrics: last,
    status: session.step < steps ? 'interrupted' : 'completed',
  };
  yield end;
}

async function sampleEvent(session: Session, options: LoopOptions): Promise<SamplesEvent> {
  const { sampleCount } = options.monitor;
  const samples = await session.sample(sampleCount);
  const file = await options.keepSamples(session.step, samples);
  return { type: 'samples', step: session.step, file, count: sampleCount };
}

function checkFinite(metrics: Metrics, step: number): void {
  const culprits = Object.entries(metrics).filter(([, value]) => !Number.isFinite(value));
  if (culprits.length === 0) return;
  const list = culprits.map(([name, value]) => `${name} = ${value}`).join(', ');
  throw new GanspecError(
    'GAN501',
    exitCodes.diverged,
    `training diverged at step ${step}: ${list}`,
    'Lower the learning rates, or add a penalty (r1, gradientPenalty) or training.gradientClip; the samples and the log up to here are kept.',
  );
}
