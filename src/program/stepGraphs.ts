/** Which graph of a step each run takes. */
import type { StepName, StepPlan } from './program.js';

/** One form of a step. */
export interface StepGraph {
  /** Name of the graph: the step's, with what sets this form apart. */
  readonly name: string;
  readonly step: StepName;
  /** Lazy penalties that act. */
  readonly due: readonly string[];
  /** Whether gradients are only added up for a later run. */
  readonly accumulates: boolean;
}

/** The graph of a step's run. @param run Counts the runs of the step from 0. */
export function graphOf(plan: StepPlan, run: number): StepGraph {
  const update = Math.floor(run / plan.accumulation);
  const due = plan.lazy.filter(({ every }) => update % every === 0).map(({ name }) => name);
  return stepGraph(plan.step, due, run % plan.accumulation < plan.accumulation - 1);
}

/** Every graph that some run of a step takes. */
export function graphsOf(plan: StepPlan): readonly StepGraph[] {
  const combinations = plan.lazy.reduce<readonly StepPlan['lazy'][]>(
    (sets, penalty) => sets.flatMap((set) => [set, [...set, penalty]]),
    [[]],
  );
  return combinations
    .filter((set) => occurs(set, plan.lazy))
    .flatMap((set) => {
      const due = set.map(({ name }) => name);
      const forms = plan.accumulation > 1 ? [true, false] : [false];
      return forms.map((accumulates) => stepGraph(plan.step, due, accumulates));
    });
}

/** Whether just these penalties fall together at some update: at the first where all of them do, no other one does. */
function occurs(set: StepPlan['lazy'], all: StepPlan['lazy']): boolean {
  const together = set.reduce((lcm, { every }) => (lcm * every) / gcd(lcm, every), 1);
  return all.every((penalty) => set.includes(penalty) || together % penalty.every !== 0);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

function stepGraph(step: StepName, due: readonly string[], accumulates: boolean): StepGraph {
  // No penalty has a plus sign in its name, so that different forms never share one.
  const form = [...due, ...(accumulates ? ['accumulate'] : [])].join('+');
  return { name: form === '' ? step : `${step}_${form}`, step, due, accumulates };
}
