/** One order of metrics for a whole run, whichever lazy penalties act in an iteration. */
import type { Program } from '../program/program.js';
import { graphOf } from '../program/stepGraphs.js';
import type { Metrics } from '../runs/events.js';

/** Names of all metrics, as the steps of an iteration give them where every penalty acts, which is in their first run. */
export function metricNames({ graphs, iteration }: Program): readonly string[] {
  const names = iteration.flatMap((plan) => {
    const { name } = graphOf(plan, 0);
    const outputs = graphs.find((graph) => graph.name === name)?.outputs ?? [];
    return outputs.filter(({ kind }) => kind === 'result').map((output) => output.name);
  });
  return [...new Set(names)];
}

/** The given metrics in the order of the names. @param names All metrics of the run. */
export function inOrder(metrics: Metrics, names: readonly string[]): Metrics {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = metrics[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
