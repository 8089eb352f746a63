/** Elementwise kernels that are computed together. */
import type { AnyKernelNode, GraphOutput, ValueId } from '../../ir/kernelGraph.js';

/** A value that a loop reads: a tensor of the loop's size, or a single number. */
export interface LoopOperand {
  readonly value: ValueId;
  readonly single: boolean;
}

/**
 * Elementwise kernels over tensors of one shape, computed element by element in one pass through memory; only the results
 * are written.
 */
export interface FusedLoop {
  /** The number of elements of each tensor. */
  readonly size: number;
  readonly operands: readonly LoopOperand[];
  /** Constants by value. */
  readonly fills: ReadonlyMap<ValueId, number>;
  /** In topological order. */
  readonly nodes: readonly AnyKernelNode[];
  /** Outputs of the graph, all of them state. */
  readonly results: readonly GraphOutput[];
}
