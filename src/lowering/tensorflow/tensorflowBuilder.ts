/** Builds a graph of TensorFlow operations node by node; equal constants are made once. */
import { arrayOf } from '../../ir/arrays.js';
import type { GraphInput, GraphOutput } from '../../ir/kernelGraph.js';
import { sizeOf, type DType, type TensorData, type TensorType } from '../../ir/tensorType.js';
import { outputName } from '../outputName.js';
import type {
  TensorFlowInput,
  TensorFlowNode,
  TensorFlowOutput,
  TypedTensorFlowGraph,
} from './tensorflowGraph.js';

/** The result of a node. */
export interface TensorFlowValue extends TensorType {
  /** Name of the node. */
  readonly name: string;
  /** Given where it is 1 for positive numbers of another value, else a slope. */
  readonly step?: { readonly of: TensorFlowValue; readonly slope: number };
}

/** Type of an operation's result, and the attributes beside `T`, the type of its first operand. */
export interface TensorFlowOp extends TensorType {
  readonly attributes?: TensorFlowNode['attributes'];
}

export class TensorFlowBuilder {
  readonly #names = new Set<string>();
  readonly #inputs: TensorFlowInput[] = [];
  readonly #outputs: TensorFlowOutput[] = [];
  readonly #nodes: TensorFlowNode[] = [];
  readonly #constants = new Map<string, TensorFlowValue>();
  readonly #types = new Map<string, TensorType>();
  readonly #renamed = new Map<string, string>();

  /** A tensor given at every run. */
  input({ name, kind }: GraphInput, { dtype, shape }: TensorType): TensorFlowValue {
    const node = this.#nameFor(name);
    this.#inputs.push({ name, kind, node, dtype, shape });
    const attributes = { dtype: { type: dtype }, shape: { shape } };
    this.#push({ name: node, op: 'Placeholder', inputs: [], attributes }, { dtype, shape });
    return { name: node, dtype, shape };
  }

  /** Given numbers. */
  constant(tensor: TensorData): TensorFlowValue {
    const { dtype, shape, data } = tensor;
    const key = `${dtype}[${shape.join()}]${data.join()}`;
    const known = this.#constants.get(key);
    if (known) return known;
    const name = this.#unique(`const_${this.#constants.size}`);
    const attributes = { dtype: { type: dtype }, value: { tensor } };
    this.#push({ name, op: 'Const', inputs: [], attributes }, { dtype, shape });
    const made = { name, dtype, shape };
    this.#constants.set(key, made);
    return made;
  }

  /** One number, repeated to a shape. */
  fill(value: number, { dtype, shape }: TensorType): TensorFlowValue {
    const scalar = this.scalar(value, dtype);
    if (sizeOf(shape) === 1) {
      return shape.length === 0
        ? scalar
        : this.constant({ dtype, shape, data: arrayOf[dtype].of(value) });
    }
    return this.op('BroadcastTo', [scalar, this.list(shape)], { dtype, shape });
  }

  /** One number. */
  scalar(value: number, dtype: DType = 'float32'): TensorFlowValue {
    return this.constant({ dtype, shape: [], data: arrayOf[dtype].of(value) });
  }

  /** Whole numbers, as shapes, axes and bounds are given to operations. */
  list(values: readonly number[]): TensorFlowValue {
    return this.constant({
      dtype: 'int32',
      shape: [values.length],
      data: Int32Array.from(values),
    });
  }

  /** One operation with one output. */
  op(op: string, inputs: readonly TensorFlowValue[], made: TensorFlowOp): TensorFlowValue {
    const { dtype, shape, attributes } = made;
    const name = this.#unique(`${op}_${this.#nodes.length}`);
    this.#append(op, name, inputs, { dtype, shape }, attributes);
    return { name, dtype, shape };
  }

  /** An output of the graph, under its name. */
  output(output: GraphOutput, value: TensorFlowValue): void {
    const { dtype, shape } = value;
    const name = outputName(output);
    const node = this.#nameFor(name);
    this.#append('Identity', node, [value], { dtype, shape });
    this.#outputs.push({ name, kind: output.kind, node, dtype, shape });
  }

  finish(): TypedTensorFlowGraph {
    return {
      inputs: this.#inputs,
      outputs: this.#outputs,
      nodes: this.#nodes,
      types: this.#types,
      renamed: this.#renamed,
    };
  }

  #append(
    op: string,
    name: string,
    inputs: readonly TensorFlowValue[],
    made: TensorType,
    attributes: TensorFlowNode['attributes'] = {},
  ): void {
    const names = inputs.map((value) => value.name);
    const type = inputs[0]?.dtype ?? made.dtype;
    this.#push({ name, op, inputs: names, attributes: { T: { type }, ...attributes } }, made);
  }

  #push(node: TensorFlowNode, { dtype, shape }: TensorType): void {
    this.#nodes.push(node);
    this.#types.set(node.name, { dtype, shape });
  }

  /** A node's name that is like the given one: letters, digits and `_./-`, the first a letter, a digit or a dot. */
  #nameFor(given: string): string {
    const letters = given.replaceAll(/[^\w./-]/g, '_').replace(/^[^A-Za-z0-9.]/, '.$&');
    const name = this.#unique(letters);
    if (name !== given) this.#renamed.set(given, name);
    return name;
  }

  #unique(wanted: string): string {
    let name = wanted;
    for (let again = 2; this.#names.has(name); again += 1) name = `${wanted}_${again}`;
    this.#names.add(name);
    return name;
  }
}
