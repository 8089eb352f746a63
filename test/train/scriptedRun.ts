/** Training runs whose iterations give metrics by a script, without an engine. */
import type { Metrics, TrainEvent } from '../../src/index.js';
import type { NormalMonitor } from '../../src/language/normalSpec.js';
import { trainingLoop, type TrainingRun } from '../../src/train/loop.js';
import type { OpenMonitor, ResumedFrom } from '../../src/train/monitors/monitor.js';
import type { TensorData } from '../../src/ir/tensorType.js';
import type { RunFolder } from '../../src/runs/folder.js';
import type { Samples } from '../../src/runs/samples.js';
import type { Session } from '../../src/train/session.js';
import { compileTiny } from '../program/tinyGan.js';

// Ten real samples an iteration; its first three metrics are r1, realScore and fakeScore, in this order.
const { spec, program } = compileTiny({
  penalties: [{ type: 'r1', every: 2 }],
  training: { batchSize: 10 },
});

export interface Script {
  /** Metrics of an iteration, counted from 1. Default: a real score of 1. */
  readonly metricsAt?: (step: number) => Metrics;
  /** Iterations that the session has done before. Default: 0. */
  readonly first?: number;
  /** Default: 6. */
  readonly steps?: number;
  readonly monitor?: Partial<NormalMonitor>;
  readonly folder?: RunFolder | null;
  readonly signal?: AbortSignal;
  readonly resumed?: ResumedFrom;
  /** The engine falls back in this iteration. */
  readonly fallsBackAt?: number;
}

/** The events of a run; logs every third iteration and samples every second unless the script says otherwise. */
export function scriptedRun(
  script: Script,
  list?: readonly OpenMonitor[],
): AsyncGenerator<TrainEvent, void> {
  const { metricsAt = () => ({ realScore: 1 }), first = 0, steps = 6 } = script;
  const { monitor, folder, signal, resumed, fallsBackAt = Infinity } = script;
  const run: TrainingRun = {
    spec: {
      ...spec,
      training: { ...spec.training, steps },
      monitor: {
        logEvery: 3,
        sampleEvery: 2,
        sampleCount: 1,
        metrics: [],
        metricsEvery: 0,
        checkpoint: { every: 4, minutes: 0, keep: 2, best: null },
        health: spec.monitor.health,
        ...monitor,
      },
    },
    program,
    dataset: { shape: [2], range: null, count: 1, classes: null, read: (_, numbers) => numbers },
    engine: {
      name: 'tfjs',
      reason: 'it was asked for',
      facts: { library: 'tfjs', device: 'CPU' },
    },
    session: scriptedSession(metricsAt, first, fallsBackAt),
    openEvaluator: () => Promise.reject(new Error('a scripted run measures nothing')),
    folder: folder ?? null,
    resumed,
    warnings: [],
  };
  return trainingLoop(run, signal, list);
}

/** All events of such a run but the first, which announces it. */
export async function eventsOf(script: Script): Promise<readonly TrainEvent[]> {
  const events: TrainEvent[] = [];
  for await (const event of scriptedRun(script)) events.push(event);
  return events.slice(1);
}

/** A run folder that keeps what it is given in lists. */
export function recordingFolder(): RunFolder & {
  readonly events: TrainEvent[];
  readonly calls: string[];
} {
  const events: TrainEvent[] = [];
  const calls: string[] = [];
  return {
    path: '/runs/one',
    events,
    calls,
    keepEvent: (event) => {
      events.push(event);
      return undefined;
    },
    keepSamples: (step, { extension }) => `step-${step}.${extension}`,
    keepCheckpoint: (_state, { step }, _keep, spared = []) => {
      const beside = spared.map((one) => one.step).join(', ');
      calls.push(`checkpoint ${step}${beside === '' ? '' : ` beside ${beside}`}`);
      return `checkpoints/${step}`;
    },
    keepFallBack: (step, message) => {
      calls.push(`fall-back in ${step}: ${message}`);
    },
    goBack: ({ step }) => {
      calls.push(`back to ${step}`);
    },
    finish: (status) => {
      calls.push(status);
    },
  };
}

const counterOf = (step: number): TensorData => ({
  dtype: 'int32',
  shape: [],
  data: Int32Array.of(step),
});

function scriptedSession(
  metricsAt: (step: number) => Metrics,
  first: number,
  fallsBackAt: number,
): Session {
  let step = first;
  const samples: Samples = { dtype: 'float32', shape: [1, 2], data: new Float32Array(2) };
  const session: Pick<
    Session,
    | 'step'
    | 'fallBack'
    | 'unfinished'
    | 'rateFactor'
    | 'sample'
    | 'readState'
    | 'restoreState'
    | 'examineIteration'
  > & {
    iterate(signal?: AbortSignal): Promise<Metrics | undefined>;
  } = {
    get step() {
      return step;
    },
    get fallBack() {
      return step < fallsBackAt ? undefined : { message: 'slower now', fix: 'Mend it.' };
    },
    unfinished: { runs: 0, metrics: {} },
    iterate: (signal) => {
      if (signal?.aborted) return Promise.resolve(undefined);
      step += 1;
      return Promise.resolve(metricsAt(step));
    },
    sample: () => Promise.resolve(samples),
    rateFactor: 1,
    readState: () => Promise.resolve(new Map([['training/step', counterOf(step)]])),
    restoreState: (state) => {
      step = state.get('training/step')?.data[0] ?? step;
      return Promise.resolve();
    },
    examineIteration: () => {
      step += 1;
      return Promise.resolve(undefined);
    },
  };
  // The loop and the monitors use nothing else of a session.
  return session as unknown as Session;
}

/** Types of events with their steps, as in `samples 2`. */
export const brief = (events: readonly TrainEvent[]): readonly string[] =>
  events.map((event) => ('step' in event ? `${event.type} ${event.step}` : event.type));
