/** What every engine offers: graphs in, a session that keeps their shared state out. */
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { KernelName } from '../ir/kernels.js';
import type { TensorMap } from '../ir/tensorType.js';

export type EngineName = 'onnx' | 'tfjs';

/** Knobs of an engine that change speed, never results beyond rounding. */
export interface EngineOptions {
  /** Threads of one kernel; the engine's default is the number of cores. */
  readonly threads?: number;
}

export interface Engine {
  readonly name: EngineName;
  /** Whether this engine has a lowering for the kernel. */
  supports(kernel: KernelName): boolean;
  /**
   * Makes graphs runnable. They share one state: a flat map of named tensors.
   * @throws GanspecError naming every unsupported kernel with the origin of its node.
   */
  prepare(graphs: readonly KernelGraph[], options?: EngineOptions): Promise<EngineSession>;
}

/** Graphs ready to run, and their state, which is zeros until it is written. Calls run one after the other. */
export interface EngineSession {
  /**
   * Runs one graph: state inputs come from the session, state outputs go back into it.
   * @param feeds Every `feed` input of the graph by name. They may be overwritten by the caller after the promise settles.
   * @returns The graph's `result` outputs, as copies.
   */
  run(graph: string, feeds: TensorMap): Promise<TensorMap>;
  /** Copies of all state tensors. */
  readState(): Promise<TensorMap>;
  /** Replaces the named state tensors; the others stay. Shape and dtype must match those declared by the graphs. */
  writeState(state: TensorMap): Promise<void>;
  dispose(): Promise<void>;
}
