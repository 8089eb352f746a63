/** Means of the metrics: of the first iteration, then of every `monitor.logEvery`, and up to the last. */
import type { EventBody, Metrics } from '../../runs/events.js';
import { inOrder, metricNames } from '../metricOrder.js';
import { samplesPerIteration } from '../samplesPerIteration.js';
import type { Memory, OpenMonitor } from './monitor.js';

export const log: OpenMonitor = ({ spec, program, session, emit }) => {
  const means = new RunningMeans(metricNames(program), samplesPerIteration(program));
  return {
    memory: means,
    iteration: (metrics) => {
      means.add(metrics);
      const { step } = session;
      const isDue = step % spec.monitor.logEvery === 0;
      if (step === 1 || isDue || step === spec.training.steps) emit(means.take(step));
    },
  };
};

interface Sum {
  readonly sum: number;
  readonly count: number;
}

/** The state of the means as JSON. */
interface SavedMeans {
  readonly sums: readonly (readonly [metric: string, sum: Sum])[];
  readonly iterations: number;
  readonly milliseconds: number;
}

/** The form of the memory. A sum that is not finite is null in JSON. */
export const logMemorySchema = {
  type: 'object',
  required: ['sums', 'iterations', 'milliseconds'],
  properties: {
    sums: {
      type: 'array',
      items: {
        type: 'array',
        items: [
          { type: 'string' },
          {
            type: 'object',
            required: ['sum', 'count'],
            properties: {
              sum: { type: ['number', 'null'] },
              count: { type: 'integer', minimum: 1 },
            },
          },
        ],
        minItems: 2,
        additionalItems: false,
      },
    },
    iterations: { type: 'integer', minimum: 0 },
    milliseconds: { type: 'number' },
  },
} as const;

/** Sums of the metrics since the last means. */
class RunningMeans implements Memory {
  readonly name = 'log';
  #sums = new Map<string, Sum>();
  #iterations = 0;
  #since = performance.now();

  /** @param names All metrics of the run, in order. */
  constructor(
    private readonly names: readonly string[],
    private readonly samplesPerIteration: number,
  ) {}

  add(metrics: Metrics): void {
    for (const [name, value] of Object.entries(metrics)) {
      const { sum, count } = this.#sums.get(name) ?? { sum: 0, count: 0 };
      this.#sums.set(name, { sum: sum + value, count: count + 1 });
    }
    this.#iterations += 1;
  }

  save(): SavedMeans {
    const milliseconds = performance.now() - this.#since;
    return { sums: [...this.#sums], iterations: this.#iterations, milliseconds };
  }

  restore(saved: unknown): void {
    // As `save` gave it.
    const { sums, iterations, milliseconds } = saved as SavedMeans;
    this.#sums = new Map(sums);
    this.#iterations = iterations;
    this.#since = performance.now() - milliseconds;
  }

  /** The mean of each metric over the iterations that gave it; starts anew. */
  take(step: number): EventBody {
    const seconds = (performance.now() - this.#since) / 1000;
    const samples = this.#iterations * this.samplesPerIteration;
    const means = [...this.#sums].map(([name, { sum, count }]) => [name, sum / count] as const);
    const metrics = inOrder(Object.fromEntries(means), this.names);
    this.#sums = new Map();
    this.#iterations = 0;
    this.#since = performance.now();
    return { type: 'step', step, metrics, samples, imagesPerSecond: samples / seconds };
  }
}
