/** Puts a graph model together, node by node. */
import { arrayOf } from '../../engines/sessionInputs.js';
import { sizeOf, type DType, type TensorData, type TensorType } from '../../ir/tensorType.js';
import {
  attr,
  type AttrValue,
  type GraphModel,
  type GraphModelNode,
  type GraphModelPort,
  type GraphModelWeight,
} from '../../export/graphModel.js';

/** The result of a node. */
export interface GraphModelValue extends TensorType {
  /** Of its node. */
  readonly name: string;
}

/** Type of an operation's result, and the attributes beside `T`, the type of its first operand. */
export interface GraphModelOp extends TensorType {
  readonly attributes?: Readonly<Record<string, AttrValue>>;
}

export class GraphModelBuilder {
  readonly #names = new Set<string>();
  readonly #inputs: GraphModelPort[] = [];
  readonly #nodes: GraphModelNode[] = [];
  readonly #weights: GraphModelWeight[] = [];
  readonly #constants = new Map<string, GraphModelValue>();
  /** Names of inputs and weights that are no names of nodes, with the ones they got. */
  readonly mapped = new Map<string, string>();

  /** A tensor given at every run. */
  input(key: string, { dtype, shape }: TensorType): GraphModelValue {
    const name = this.#nameFor(key);
    const attributes = { dtype: attr.type(dtype), shape: attr.shape(shape) };
    this.#nodes.push({ name, op: 'Placeholder', input: [], attr: attributes });
    this.#inputs.push({ key, node: name, dtype, shape });
    return { name, dtype, shape };
  }

  /** Numbers kept with the model under a name of their own. */
  weight(key: string, tensor: TensorData): GraphModelValue {
    return this.#const(this.#nameFor(key), tensor);
  }

  /** Numbers without a name; the same numbers are kept once. */
  constant(tensor: TensorData): GraphModelValue {
    const { dtype, shape, data } = tensor;
    const key = `${dtype}[${shape.join()}]${data.join()}`;
    const known = this.#constants.get(key);
    if (known) return known;
    const made = this.#const(this.#unique(`const_${this.#constants.size}`), tensor);
    this.#constants.set(key, made);
    return made;
  }

  /** One number, repeated to a shape. */
  fill(value: number, { dtype, shape }: TensorType): GraphModelValue {
    const scalar = this.scalar(value, dtype);
    if (sizeOf(shape) === 1) {
      return shape.length === 0
        ? scalar
        : this.constant({ dtype, shape, data: arrayOf[dtype].of(value) });
    }
    return this.op('BroadcastTo', [scalar, this.list(shape)], { dtype, shape });
  }

  scalar(value: number, dtype: DType = 'float32'): GraphModelValue {
    return this.constant({ dtype, shape: [], data: arrayOf[dtype].of(value) });
  }

  /** Whole numbers, as shapes, axes and bounds are given to operations. */
  list(values: readonly number[]): GraphModelValue {
    return this.constant({
      dtype: 'int32',
      shape: [values.length],
      data: Int32Array.from(values),
    });
  }

  op(op: string, inputs: readonly GraphModelValue[], made: GraphModelOp): GraphModelValue {
    const { dtype, shape, attributes = {} } = made;
    const name = this.#unique(`${op}_${this.#nodes.length}`);
    const type = attr.type(inputs[0]?.dtype ?? dtype);
    const input = inputs.map((value) => value.name);
    this.#nodes.push({ name, op, input, attr: { T: type, ...attributes } });
    return { name, dtype, shape };
  }

  /** The finished model, with its results under the given names. */
  finish(results: readonly (readonly [key: string, GraphModelValue])[]): GraphModel {
    const outputs = results.map(([key, { name: input, dtype, shape }]) => {
      const node = this.#nameFor(key);
      const attributes = { T: attr.type(dtype) };
      this.#nodes.push({ name: node, op: 'Identity', input: [input], attr: attributes });
      return { key, node, dtype, shape };
    });
    return { inputs: this.#inputs, outputs, nodes: this.#nodes, weights: this.#weights };
  }

  #const(name: string, tensor: TensorData): GraphModelValue {
    const { dtype, shape } = tensor;
    const attributes = { dtype: attr.type(dtype), value: attr.tensor(tensor) };
    this.#nodes.push({ name, op: 'Const', input: [], attr: attributes });
    this.#weights.push({ ...tensor, name });
    return { name, dtype, shape };
  }

  /** A node's name that is like the key: letters, digits and `_./-`, the first a letter, a digit or a dot. */
  #nameFor(key: string): string {
    const letters = key.replaceAll(/[^\w./-]/g, '_').replace(/^[^A-Za-z0-9.]/, '.$&');
    const name = this.#unique(letters);
    if (name !== key) this.mapped.set(key, name);
    return name;
  }

  #unique(wanted: string): string {
    let name = wanted;
    for (let again = 2; this.#names.has(name); again += 1) name = `${wanted}_${again}`;
    this.#names.add(name);
    return name;
  }
}
