/** The interface of all engines: graphs are prepared for a session, which runs them and keeps the state that they share. */
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { TensorMap } from '../ir/tensorType.js';

/** Options of an engine that change speed, never results beyond rounding. */
export interface EngineOptions {
  /** Threads of one kernel at most; default: the number of cores. */
  readonly threads?: number;
}

/** A change to a slower way, which a session or the choice of an engine has made. */
export interface FallBack {
  readonly message: string;
  /** A full sentence: the remedy. */
  readonly fix: string;
}

/** The library that an engine runs on, and its device. */
export interface EngineFacts {
  readonly library: string;
  /** Absent for a package that is not installed. */
  readonly version?: string;
  /** The folder of the library, as a phrase. */
  readonly place?: string;
  /** As in `CPU`, with a remark where a better one was expected. */
  readonly device: string;
  /** The most threads that a kernel takes; absent where it is as many as are asked for. */
  readonly threads?: number;
}

export interface Engine {
  /** Absent for an engine on the CPU whose library is the package of its entry in the list. */
  readonly facts?: EngineFacts;
  /** The better device that the engine was made for and does not find. */
  readonly missed?: FallBack;
  /**
   * Prepares graphs that share one state, a flat map of named tensors.
   * @throws InternalError where two graphs have one name, or declare one state with two types.
   */
  prepare(graphs: readonly KernelGraph[], options?: EngineOptions): Promise<EngineSession>;
}

/** Prepared graphs and their state, which is zeros until it is written. Calls run one after the other. */
export interface EngineSession {
  /** Set once a run has fallen back. */
  readonly fallBack?: FallBack | undefined;
  /**
   * Runs one graph: state inputs come from the session, state outputs go back into it.
   * @param feeds Every `feed` input of the graph by name. They may be overwritten by the caller after the promise settles.
   * @returns The graph's `result` outputs, as copies.
   * @throws GanspecError GAN520 for feeds that the graph does not declare so.
   */
  run(graph: string, feeds: TensorMap): Promise<TensorMap>;
  /** Copies of all state tensors. */
  readState(): Promise<TensorMap>;
  /**
   * Replaces the named state tensors; the others stay.
   * @throws GanspecError GAN520 for tensors that the graphs do not declare so; nothing is replaced then.
   */
  writeState(state: TensorMap): Promise<void>;
  /** Frees graphs and state. */
  dispose(): Promise<void>;
}
