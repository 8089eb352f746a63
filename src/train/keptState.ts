/** The last good state of a run, in memory: the one to go back to, and the one that a checkpoint keeps on the disk. */
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

export class KeptState {
  #inspected: Inspected | undefined;
  #last: GoodState | undefined;
  #time = performance.now();

  /** @param steps Iterations of the whole run. */
  constructor(
    private readonly session: Session,
    private readonly options: NormalMonitor['checkpoint'],
    private readonly steps: number,
  ) {}

  /** The last good state that was kept. */
  get last(): GoodState | undefined {
    return this.#last;
  }

  /** True after iterations whose state is to be inspected: every `every`, every `minutes`, and the last. */
  get isDue(): boolean {
    const { every, minutes } = this.options;
    const { step } = this.session;
    if (this.#inspected?.moment === this.#moment) return true;
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
    if (this.#last?.state !== inspected.state)
      this.#last = { step, unfinished, state: inspected.state, monitors: memories() };
    return this.#last;
  }

  /** Forgets what was inspected, once the run has been taken back. */
  goBack(): void {
    this.#inspected = undefined;
    this.#time = performance.now();
  }

  get #moment(): string {
    const { step, unfinished } = this.session;
    return `${step}+${unfinished.runs}`;
  }
}
