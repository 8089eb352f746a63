import type { GanEvaluation, MetricResult } from '../../evaluation/ganEvaluation.js';
import type { GanEvaluator } from '../../evaluation/evaluator.js';
import type { Metrics } from '../../runs/events.js';
import type { OpenMonitor } from './monitor.js';

/** The best value so far, and the iterations done then; null before the first. */
type Best = { readonly step: number; readonly value: number } | null;

/** The form of the memory. */
export const evaluationMemorySchema = {
  type: ['object', 'null'],
  required: ['step', 'value'],
  properties: { step: { type: 'integer', minimum: 0 }, value: { type: 'number' } },
} as const;

/**
 * Measures generated samples by `monitor.metrics` every `monitor.metricsEvery` iterations and after the last, and tells
 * which state is the best by the metric of `monitor.checkpoint.best`.
 */
export const evaluation: OpenMonitor = ({ spec, session, emit, openEvaluator, kept }) => {
  const { metrics, metricsEvery, checkpoint } = spec.monitor;
  const steps = metrics.length === 0 ? 0 : metricsEvery;
  let evaluator: GanEvaluator | undefined;
  let best: Best = null;
  const close = async (): Promise<void> => {
    await evaluator?.dispose();
  };
  const measure = async (): Promise<void> => {
    const start = performance.now();
    evaluator ??= await openEvaluator();
    const { step, metrics: results } = await evaluator.evaluate(session);
    const judged = results.find(({ metric }) => metric.type === checkpoint.best);
    const isBest = judged !== undefined && isBetter(judged, best);
    if (isBest) {
      best = { step, value: judged.value };
      kept.best = step;
    }
    const seconds = (performance.now() - start) / 1000;
    emit({ type: 'evaluation', step, metrics: byName(results), seconds, isBest });
  };
  const isLast = (): boolean => session.step === spec.training.steps;
  return {
    memory: {
      name: 'evaluation',
      save: () => best,
      restore: (saved) => {
        // As `save` gave it.
        best = saved as Best;
        kept.best = best?.step;
      },
    },
    iteration: () => (steps > 0 && isLast() ? measure() : undefined),
    every: { steps, act: () => (isLast() ? undefined : measure()) },
    end: close,
    failure: close,
  };
};

function isBetter({ value, better }: MetricResult, best: Best): boolean {
  if (best === null) return true;
  return better === 'lower' ? value < best.value : value > best.value;
}

/** Values by the names of the metrics; a second metric of one name has a number. */
function byName(results: GanEvaluation['metrics']): Metrics {
  const counts = new Map<string, number>();
  return Object.fromEntries(
    results.map(({ metric: { type }, value }) => {
      const count = (counts.get(type) ?? 0) + 1;
      counts.set(type, count);
      return [count === 1 ? type : `${type}_${count}`, value];
    }),
  );
}
