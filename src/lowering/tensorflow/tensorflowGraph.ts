/** A graph of TensorFlow operations as plain data. */
import type { GraphInput, GraphOutput } from '../../ir/kernelGraph.js';
import type { DType, Shape, TensorData, TensorType } from '../../ir/tensorType.js';

/** An attribute of an operation, by its kind in TensorFlow. */
export type TensorFlowAttribute =
  | { readonly type: DType }
  | { readonly bool: boolean }
  | { readonly float: number }
  | { readonly int: number }
  | { readonly ints: readonly number[] }
  | { readonly string: string }
  | { readonly shape: Shape }
  | { readonly tensor: TensorData };

/** One operation with one output. */
export interface TensorFlowNode {
  readonly name: string;
  readonly op: string;
  /** Names of the nodes that give the operands. */
  readonly inputs: readonly string[];
  readonly attributes: Readonly<Record<string, TensorFlowAttribute>>;
}

/** An input or output of the kernel graph, and the node that stands for it. */
interface Port<Kind> extends TensorType {
  readonly name: string;
  readonly kind: Kind;
  readonly node: string;
}

export type TensorFlowInput = Port<GraphInput['kind']>;
export type TensorFlowOutput = Port<GraphOutput['kind']>;

export interface TensorFlowGraph {
  /** Placeholders, for state and feeds alike, in the order of the kernel graph's inputs. */
  readonly inputs: readonly TensorFlowInput[];
  /** Copies (`Identity`) of results and of next states, in the order of the kernel graph's outputs. */
  readonly outputs: readonly TensorFlowOutput[];
  /** In topological order. */
  readonly nodes: readonly TensorFlowNode[];
  /** Names of inputs and outputs that no node can have or that are taken, with the names of their nodes. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** A graph with the type of each node's result. */
export interface TypedTensorFlowGraph extends TensorFlowGraph {
  readonly types: ReadonlyMap<string, TensorType>;
}
