/** The graphs of a step: one for each form that its runs take. */
import type { StepPlan } from '../language/resolvedGan.js';

/** One form of a step. */
export interface StepGraph extends Pick<StepPlan, 'step' | 'trains'> {
  /** Name of the graph: that of the step, followed by the lazy penalties that act and `accumulate`. */
  readonly name: string;
  /** Lazy penalties that act. */
  readonly due: readonly string[];
  /** True where gradients are only added up for a later run. */
  readonly accumulates: boolean;
}

/** The graph of a step's run. @param run Counts the runs of the step from 0. */
export function graphOf(plan: StepPlan, run: number): StepGraph {
  const update = Math.floor(run / plan.accumulation);
  const due = plan.lazy.filter(({ every }) => update % every === 0).map(({ name }) => name);
  return stepGraph(plan, due, run % plan.accumulation < plan.accumulation - 1);
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
      return forms.map((accumulates) => stepGraph(plan, due, accumulates));
    });
}

/** True where some update has just these penalties: no other one acts at the first update where all of them do. */
function occurs(set: StepPlan['lazy'], all: StepPlan['lazy']): boolean {
  const together = set.reduce((lcm, { every }) => (lcm * every) / gcd(lcm, every), 1);
  return all.every((penalty) => set.includes(penalty) || together % penalty.every !== 0);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

function stepGraph(
  { step, trains }: StepPlan,
  due: readonly string[],
  accumulates: boolean,
): StepGraph {
  // No penalty has a plus sign in its name, so that different forms never share one.
  const form = [...due, ...(accumulates ? ['accumulate'] : [])].join('+');
  return { name: form === '' ? step : `${step}_${form}`, step, trains, due, accumulates };
}
