/** Curves of several runs over the same steps. */
import type { CurvesAnswer } from '../answers.js';
import type { ChartLine } from './chartLine.js';

/** Names of the curves that any of the runs has, in order. */
export function namesOf(runs: readonly (CurvesAnswer | undefined)[]): readonly string[] {
  return [...new Set(runs.flatMap((run) => run?.curves.map(({ name }) => name) ?? []))];
}

/** A line for each run over all steps that one of them has; the others have gaps there. */
export function linesOfRuns(
  name: string,
  labels: readonly string[],
  runs: readonly (CurvesAnswer | undefined)[],
): { readonly steps: readonly number[]; readonly lines: readonly ChartLine[] } {
  const values = runs.map((run) => {
    const mean = run?.curves.find((curve) => curve.name === name)?.mean ?? [];
    return new Map(run?.steps.map((step, index) => [step, mean[index] ?? null]));
  });
  const steps = [...new Set(values.flatMap((of) => [...of.keys()]))].sort((a, b) => a - b);
  const lines = labels.map((label, run) => ({
    label,
    values: steps.map((step) => values[run]?.get(step) ?? null),
  }));
  return { steps, lines };
}
