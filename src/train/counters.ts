/** Iterations of a session and runs of each of its steps; kept among the state tensors as `training/…`. */
import type { TensorData, TensorMap, TensorType } from '../ir/tensorType.js';
import type { StepName, StepPlan } from '../language/resolvedGan.js';

const stepName = 'training/step';
const runsName = (step: StepName): string => `training/updates/${step}`;

const scalar: TensorType = { dtype: 'int32', shape: [] };

export class Counters {
  #step = 0;
  readonly #runs: Map<StepName, number>;

  constructor(iteration: readonly StepPlan[]) {
    this.#runs = new Map(iteration.map(({ step }) => [step, 0]));
  }

  /** Iterations done. */
  get step(): number {
    return this.#step;
  }

  /** Number of runs of a step. */
  runsOf(step: StepName): number {
    return this.#runs.get(step) ?? 0;
  }

  countIteration(): void {
    this.#step += 1;
  }

  countRun(step: StepName): void {
    this.#runs.set(step, this.runsOf(step) + 1);
  }

  /** Names and types of the counters as state tensors. */
  get types(): ReadonlyMap<string, TensorType> {
    return new Map([...this.toState().keys()].map((name) => [name, scalar]));
  }

  toState(): TensorMap {
    const runs = [...this.#runs].map(([step, count]) => [runsName(step), tensorOf(count)] as const);
    return new Map([[stepName, tensorOf(this.#step)], ...runs]);
  }

  /** Takes over the counters among the tensors of a state. */
  restore(state: TensorMap): void {
    this.#step = state.get(stepName)?.data[0] ?? this.#step;
    for (const [step, count] of this.#runs) {
      this.#runs.set(step, state.get(runsName(step))?.data[0] ?? count);
    }
  }
}

function tensorOf(count: number): TensorData {
  return { ...scalar, data: Int32Array.of(count) };
}
