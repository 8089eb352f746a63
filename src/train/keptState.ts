/** Good states of a run, in memory: the newest, of which checkpoints are written, and the one to go back to. */
import type { TensorMap } from '../ir/tensorType.js';
import type { NormalMonitor } from '../language/normalSpec.js';
import type { CheckpointFacts, Unfinished } from '../runs/checkpointFacts.js';
import type { Session } from './session.js';
import { tensorsNotFinite } from './tensorsNotFinite.js';

/** A state whose numbers are all finite. */
export interface GoodState {
  readonly step: number;
  readonly unfinished: Unfinished;
  readonly state: TensorMap;
  /** Memories of the monitors at that moment. */
  readonly monitors: CheckpointFacts['monitors'];
}

interface Inspected {
  readonly moment: string;
  readonly state: TensorMap;
  /** Names of its tensors that are not finite. */
  readonly broken: readonly string[];
}

/** Most states in memory: one to go back to, one that may take its place, and the newest. */
const maxStates = 3;

export class KeptState {
  #inspected: Inspected | undefined;
  /** The newest last. Only the first is known to be healthy. */
  #states: readonly GoodState[] = [];
  #healthyAt = Infinity;
  #time = performance.now();
  /** Iterations after which the state was the best by a metric. */
  best: number | undefined;

  /** @param steps Iterations of the whole run. */
  constructor(
    private readonly session: Session,
    private readonly options: NormalMonitor['checkpoint'],
    private readonly steps: number,
  ) {}

  /** The newest state that was kept. */
  get last(): GoodState | undefined {
    return this.#states.at(-1);
  }

  /** The newest state after which the run was healthy for as long as a sign takes. */
  get healthy(): GoodState | undefined {
    return this.#states[0];
  }

  /** States before the newest that a run in its place needs, should it turn out that the newest was not healthy. */
  get earlier(): readonly GoodState[] {
    return this.#states.slice(0, -1);
  }

  /** True where the newest state may turn out not to have been healthy. */
  get mayGoBackFar(): boolean {
    return this.#healthyAt < Infinity;
  }

  /** True after iterations whose state is to be inspected: every `every`, every `minutes`, and the last. */
  get isDue(): boolean {
    const { every, minutes } = this.options;
    const { step } = this.session;
    if (this.#inspected?.moment === this.#moment || this.best === step) return true;
    if (step === this.steps || (every > 0 && step % every === 0)) return true;
    return minutes > 0 && performance.now() - this.#time >= minutes * 60_000;
  }

  /** Reads the present state, once for each moment. @returns Names of the tensors that are not finite. */
  async inspect(): Promise<readonly string[]> {
    const moment = this.#moment;
    if (this.#inspected?.moment !== moment) {
      const state = await this.session.readState();
      this.#inspected = { moment, state, broken: tensorsNotFinite(state) };
      this.#time = performance.now();
    }
    return this.#inspected.broken;
  }

  /** Keeps the present state. @returns undefined where it is not good, or has not been inspected. */
  keep(memories: () => CheckpointFacts['monitors']): GoodState | undefined {
    const { step, unfinished } = this.session;
    const inspected = this.#inspected;
    if (inspected?.moment !== this.#moment || inspected.broken.length > 0) return undefined;
    const isKept = this.last?.step === step && this.last.unfinished.runs === unfinished.runs;
    if (!isKept) {
      const { state } = inspected;
      const earlier = this.#needed([...this.#states, { step, unfinished, state, monitors: {} }]);
      // Memories are of the moment at which the state is the newest.
      this.#states = earlier;
      const present = { step, unfinished, state, monitors: memories() };
      this.#states = [...earlier.slice(0, -1), present];
    }
    return this.last;
  }

  /** Takes up states of a run that goes on, before its present one is kept. */
  takeUp(earlier: readonly GoodState[]): void {
    this.#states = earlier;
  }

  /** Learns up to which iteration states were healthy, as the time after them has shown. */
  wasHealthyAt(step: number): void {
    this.#healthyAt = step;
    this.#states = this.#needed(this.#states);
  }

  /** Forgets all that came after the healthy state, once the run has been taken back. */
  goBack(): void {
    this.#states = this.#states.slice(0, 1);
    this.#inspected = undefined;
    this.#time = performance.now();
  }

  /** Without states before the newest that is known to be healthy, nor more than fit into memory. */
  #needed(states: readonly GoodState[]): readonly GoodState[] {
    const newest = states.findLastIndex(
      ({ step, unfinished }) => step + (unfinished.runs > 0 ? 1 : 0) <= this.#healthyAt,
    );
    const needed = states.slice(Math.max(0, newest));
    return needed.length > maxStates
      ? needed.toSpliced(maxStates - 1, needed.length - maxStates)
      : needed;
  }

  get #moment(): string {
    const { step, unfinished } = this.session;
    return `${step}+${unfinished.runs}`;
  }
}
