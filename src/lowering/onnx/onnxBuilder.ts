/** Builds an ONNX model node by node; equal nodes and equal initializers are made once. */
import { createHash } from 'node:crypto';
import { InternalError } from '../../diagnostics/errors.js';
import { arrayOf } from '../../ir/arrays.js';
import { broadcastShape, sameShape } from '../../ir/broadcast.js';
import { sizeOf, type DType, type Shape, type TensorData } from '../../ir/tensorType.js';
import type {
  OnnxAttribute,
  OnnxElementType,
  OnnxInitializer,
  OnnxModel,
  OnnxNode,
  OnnxTensorInfo,
} from './onnxModel.js';

/**
 * A tensor of the model. `stored` is the shape that it has there; it stands for a tensor of shape `shape`,
 * to which it broadcasts, so that constants and broadcasts cost nothing where the consumer broadcasts.
 */
export interface OnnxValue {
  readonly name: string;
  readonly dtype: OnnxElementType;
  readonly shape: Shape;
  readonly stored: Shape;
}

/** Type of an operator's result, its attributes and its domain. */
export interface OnnxOp {
  readonly shape: Shape;
  /** Default: the dtype of the first input. */
  readonly dtype?: OnnxElementType;
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
  readonly domain?: OnnxNode['domain'];
}

export class OnnxBuilder {
  readonly #inputs: OnnxTensorInfo[] = [];
  readonly #initializers = new Map<string, OnnxInitializer>();
  readonly #nodes: OnnxNode[] = [];
  readonly #made = new Map<string, OnnxValue>();
  #origin = '';

  /** @param standard True for ONNX's own operators alone; else also those that onnxruntime adds to them. */
  constructor(readonly standard = false) {}

  /** Nodes made from now on carry this JSON Pointer. */
  from(origin: string): void {
    this.#origin = origin;
  }

  /** An input of the model. */
  input(name: string, dtype: DType, shape: Shape): OnnxValue {
    this.#inputs.push({ name, dtype, shape });
    return { name, dtype, shape, stored: shape };
  }

  /** A tensor of given numbers. */
  constant({ dtype, shape, data }: TensorData): OnnxValue {
    return this.#initializer(dtype, shape, data);
  }

  /** One number, which broadcasts to `shape`. */
  scalar(value: number, dtype: DType = 'float32', shape: Shape = []): OnnxValue {
    const { name } = this.#initializer(dtype, [], arrayOf[dtype].of(value));
    return { name, dtype, shape, stored: [] };
  }

  /** A list of whole numbers, as shapes, axes and bounds are given to operators. */
  list(values: readonly number[]): OnnxValue {
    return this.#initializer('int64', [values.length], BigInt64Array.from(values, BigInt));
  }

  /** Rows to take with `Gather`. */
  indices(values: Int32Array): OnnxValue {
    return this.#initializer('int32', [values.length], values);
  }

  /** One operator with one output; the operands are stored whole first. */
  op(opType: string, inputs: readonly OnnxValue[], made: OnnxOp): OnnxValue {
    const whole = inputs.map((input) => this.whole(input));
    return this.#node(opType, whole, made, made.shape);
  }

  /** An operator that broadcasts its operands and works element by element. */
  elementwise(
    opType: string,
    inputs: readonly OnnxValue[],
    made: Omit<OnnxOp, 'shape'> = {},
  ): OnnxValue {
    const shape = inputs.map((input) => input.shape).reduce(joint);
    const stored = inputs.map((input) => input.stored).reduce(joint);
    return this.#node(opType, inputs, { ...made, shape }, stored);
  }

  /** The value with every element stored. */
  whole(value: OnnxValue): OnnxValue {
    const { shape, stored } = value;
    if (sameShape(shape, stored)) return value;
    return this.#node('Expand', [value, this.list(shape)], { shape }, shape);
  }

  /** The same elements in another shape. */
  reshape(value: OnnxValue, shape: Shape): OnnxValue {
    if (sameShape(value.shape, shape)) return value;
    if (sizeOf(value.stored) === 1 && value.stored.length <= shape.length) {
      return { ...value, shape };
    }
    const whole = this.whole(value);
    return this.#node('Reshape', [whole, this.list(shape)], { shape }, shape);
  }

  /**
   * The finished model. An output is the node that makes it; where that is no node of its own (an input, a
   * constant, a value that is an output already) it is a copy.
   */
  finish(name: string, outputs: readonly OnnxValue[]): OnnxModel {
    const taken = new Set([...this.#inputs, ...this.#initializers.values()].map((it) => it.name));
    const infos = outputs.map((value) => {
      const whole = this.whole(value);
      const own = taken.has(whole.name) ? this.#copy(whole) : whole;
      taken.add(own.name);
      return { name: own.name, dtype: own.dtype, shape: own.shape };
    });
    return {
      name,
      inputs: this.#inputs,
      initializers: [...this.#initializers.values()],
      nodes: this.#nodes,
      outputs: infos,
    };
  }

  #copy(value: OnnxValue): OnnxValue {
    const name = `%${this.#nodes.length}`;
    this.#append('Identity', [value], name, {});
    return { ...value, name };
  }

  #node(opType: string, inputs: readonly OnnxValue[], made: OnnxOp, stored: Shape): OnnxValue {
    const dtype = made.dtype ?? inputs[0]?.dtype;
    if (dtype === undefined) throw new InternalError(`${opType} has neither inputs nor a dtype`);
    const attributes = made.attributes ?? {};
    const key = JSON.stringify([opType, inputs.map((input) => input.name), attributes]);
    const known = this.#made.get(key);
    if (known !== undefined) return { ...known, shape: made.shape };
    const name = `%${this.#nodes.length}`;
    this.#append(opType, inputs, name, made);
    const value = { name, dtype, shape: made.shape, stored };
    this.#made.set(key, value);
    return value;
  }

  #append(
    opType: string,
    inputs: readonly OnnxValue[],
    name: string,
    { attributes = {}, domain = '' }: Partial<OnnxOp>,
  ): void {
    const names = inputs.map((input) => input.name);
    const origin = this.#origin;
    this.#nodes.push({ opType, domain, inputs: names, outputs: [name], attributes, origin });
  }

  #initializer(dtype: OnnxElementType, shape: Shape, data: OnnxInitializer['data']): OnnxValue {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const digest = createHash('sha256').update(bytes).digest('base64');
    const key = `${dtype}[${shape.join()}]${digest}`;
    let known = this.#initializers.get(key);
    if (known === undefined) {
      known = { name: `#${this.#initializers.size}`, dtype, shape, data };
      this.#initializers.set(key, known);
    }
    return { name: known.name, dtype, shape, stored: shape };
  }
}

function joint(a: Shape, b: Shape): Shape {
  const shape = broadcastShape(a, b);
  if (shape === undefined) {
    throw new InternalError(`shapes [${a.join()}] and [${b.join()}] do not broadcast`);
  }
  return shape;
}
